import type { Act } from "../extraction.ts";
import type { ClaimWord } from "./claim-word.ts";
import { isFiniteVerb } from "./main-verb.ts";
import { marks } from "./word-marks.ts";

/** Expressions with a negative word that negate nothing. */
const idle: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["not", new Set(["only", "just"])],
  ["no", new Set(["doubt", "matter", "longer"])],
]);

/** Whether a word makes its clause negative, what stands behind it considered. */
export const isNegator = (word: ClaimWord, next: ClaimWord | undefined): boolean =>
  (word.marks & marks.negating) !== 0 &&
  (word.lower === "no" && next?.lower === "longer" ? true : !idle.get(word.lower)?.has(next?.lower ?? ""));

/**
 * Whether a claim says that something is not so: by a negative word in its own clause, of which `own` are the indices
 * ("nobody died"), or because the cue denies what the clause says ("denied that the fleet was old"). A denied negative is a
 * positive.
 */
export function isNegated(words: readonly ClaimWord[], own: readonly number[], act: Act): boolean {
  const inClause = own.some((index) => {
    const word = words[index];
    return !!word && isNegator(word, words[index + 1]) && !isContrast(words, index);
  });
  return inClause !== (act === "deny");
}

/** "Bodies, not votes", "a list, and not a short one": what is said stands before it. */
const isContrast = (words: readonly ClaimWord[], index: number): boolean =>
  words[index]?.lower === "not" &&
  (words[index - 1]?.lower === "," ||
    (words[index - 1]?.lower === "and" && words[index - 2]?.lower === ",")) &&
  words.slice(0, index).some(isFiniteVerb);
