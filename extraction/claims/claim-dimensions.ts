import type { ClaimDimensions, ClaimKind } from "../extraction.ts";
import type { ClaimClause } from "./claim-act.ts";
import type { ClaimWord } from "./claim-word.ts";
import { isFirstPerson } from "./first-person.ts";
import { marks } from "./word-marks.ts";

/**
 * What makes a claim worth a check, each apart: whether it is specific (has a figure, a date or a name behind its first
 * word), is about many people or the public, is not the speaker's own life, and does not lie in the future. The four are
 * those that fact-checkers name in Konstantinovskiy et al., Toward Automated Factchecking (2018).
 */
export function claimDimensions(
  { words, marks: known }: Pick<ClaimClause, "words" | "marks">,
  kind: ClaimKind,
  { named, own }: { readonly named: boolean; readonly own: boolean },
): ClaimDimensions {
  return {
    specific:
      named ||
      (known & marks.digit) !== 0 ||
      ((known & (marks.number | marks.date)) !== 0 &&
        words.some((word, index) => isFigure(words, word, index))),
    aboutMany:
      (known & marks.many) !== 0 &&
      words.some((word, index) => (word.marks & marks.many) !== 0 && !isFew(words, index)),
    // What a person feels or wants is as personal in the third person.
    notPersonal:
      kind !== "experience" &&
      !(own && kind === "opinion") &&
      ((known & marks.speaker) === 0 || !words.some(isFirstPerson)),
    notPrediction: kind !== "prediction" && kind !== "promise",
  };
}

/** A number in words, or the name of a day or month. */
const isFigure = (words: readonly ClaimWord[], word: ClaimWord, index: number): boolean =>
  ((word.marks & marks.number) !== 0 && !isSpell(words, index)) ||
  ((word.marks & marks.date) !== 0 && /^\p{Lu}/u.test(word.text));

/** "Two patients", "the three workers": known one by one. */
const isFew = (words: readonly ClaimWord[], index: number): boolean =>
  words
    .slice(Math.max(0, index - 2), index)
    .some(({ lower }) => /^(?:[2-9]|two|three|four|five|six|seven|eight|nine)$/u.test(lower));

/** "The second half", "an ugly quarter": a stretch of time or of a match, no figure. */
const isSpell = (words: readonly ClaimWord[], index: number): boolean =>
  /^(?:half|quarters?)$/u.test(words[index]?.lower ?? "") && words[index + 1]?.lower !== "of";
