import type { Act } from "../extraction.ts";
import { reportingVerbs } from "./reporting-verbs.ts";

/**
 * The act of the first reporting verb in a cue's words, with the particles that follow it ("called for" demands, "called"
 * does not); `assert` where none is known.
 */
export function actOfCue(words: string): Act {
  const all = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const [index, word] of all.entries()) {
    const verbs = reportingVerbs(word);
    const verb =
      verbs.find(({ particles }) =>
        particles.every((particle, step) => all[index + 1 + step] === particle),
      ) ?? verbs[0];
    if (verb) return verb.act;
  }
  return "assert";
}

/** Whether a cue says that nothing was said: "did not say", "never promised", "wouldn’t confirm". */
export const isNegatedCue = (words: string): boolean => /\b(?:not|never|cannot)\b|n['’]t\b/iu.test(words);
