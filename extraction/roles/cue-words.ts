import type { Act } from "../extraction.ts";
import { reportingVerbs } from "./reporting-verbs.ts";

/** The act of the first reporting verb in a cue's words; `assert` where none is known. */
export function actOfCue(words: string): Act {
  for (const word of words.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const [verb] = reportingVerbs(word);
    if (verb) return verb.act;
  }
  return "assert";
}

/** Whether a cue says that nothing was said: "did not say", "never promised", "wouldn’t confirm". */
export const isNegatedCue = (words: string): boolean => /\b(?:not|never|cannot)\b|n['’]t\b/iu.test(words);
