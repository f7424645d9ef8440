import type { Act } from "../extraction.ts";
import type { ClaimClause } from "./claim-act.ts";
import type { ClaimWord } from "./claim-word.ts";
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
 * Whether a claim says that something is not so: by a negative word in its own clause ("nobody died"; `isOwn` tells by
 * its index whether a word is part of it), or because the cue denies what the clause says ("denied that the fleet was
 * old"). A denied negative is a positive.
 */
export function isNegated(
  { words, marks: known }: Pick<ClaimClause, "words" | "marks">,
  isOwn: (index: number) => boolean,
  act: Act,
): boolean {
  const inClause =
    (known & marks.negating) !== 0 &&
    words.some(
      (word, index) => isNegator(word, words[index + 1]) && isOwn(index) && !isContrast(words, index),
    );
  return inClause !== (act === "deny");
}

/** "Bodies, not votes", "a list, and not a short one": what is said stands before it. */
const isContrast = (words: readonly ClaimWord[], index: number): boolean =>
  words[index]?.lower === "not" &&
  (words[index - 1]?.lower === "," ||
    (words[index - 1]?.lower === "and" && words[index - 2]?.lower === ",")) &&
  words.slice(0, index).some(({ isFiniteVerb }) => isFiniteVerb);
