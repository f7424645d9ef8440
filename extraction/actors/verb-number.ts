import { reportingVerbs } from "../roles/reporting-verbs.ts";
import type { Token } from "../tokens/token.ts";
import { isAdverb } from "../tokens/word-classes.ts";

/** How many one speaks of. */
export type GrammaticalNumber = "one" | "many";

/** The closed class of forms that show the number. */
const forms: Readonly<Record<string, GrammaticalNumber>> = {
  "'s": "one",
  does: "one",
  has: "one",
  is: "one",
  was: "one",
  "'re": "many",
  "'ve": "many",
  are: "many",
  do: "many",
  have: "many",
  were: "many",
  both: "many",
  together: "many",
};

/** How many adverbs may stand between a subject and its verb. */
const mostAdverbs = 3;

/** The number that the verb whose subject ends before token `at` shows ("who has", "who say"); `null` for a past. */
export function numberOfVerb(tokens: readonly Token[], at: number): GrammaticalNumber | null {
  for (let index = at; index < at + mostAdverbs; index++) {
    const token = tokens[index];
    const form = token && forms[token.lower];
    if (form !== undefined) return form;
    if (!token) return null;
    if (isAdverb(token)) continue;
    const [verb] = reportingVerbs(token.lower);
    if (!verb || verb.past) return null;
    return token.lower.endsWith("s") ? "one" : "many";
  }
  return null;
}
