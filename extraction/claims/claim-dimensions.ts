import type { ClaimDimensions, ClaimKind } from "../extraction.ts";
import manyList from "../lexicons/many-words.json" with { type: "json" };
import monthsAndDays from "../lexicons/months-and-days.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-words.ts";
import { isFirstPerson } from "./first-person.ts";

const many = wordSet(manyList);
const dates = wordSet(monthsAndDays);

/**
 * What makes a claim worth a check, each apart: whether it is specific (has a figure, a date or a name behind its first
 * word), is about many people or the public, is not the speaker's own life, and does not lie in the future. The four are
 * those that fact-checkers name in Konstantinovskiy et al., Toward Automated Factchecking (2018).
 */
export function claimDimensions(
  words: readonly ClaimWord[],
  kind: ClaimKind,
  named: boolean,
): ClaimDimensions {
  return {
    specific:
      named ||
      words.some(({ lower, text }) => /\d/u.test(text) || (dates.has(lower) && /^\p{Lu}/u.test(text))),
    aboutMany: words.some(({ lower }) => many.has(lower)),
    notPersonal: kind !== "experience" && !words.some(isFirstPerson),
    notPrediction: kind !== "prediction" && kind !== "promise",
  };
}
