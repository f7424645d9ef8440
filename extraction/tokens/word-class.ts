import type { Token } from "./token.ts";

/** The classes of each listed word, a bit for each class. */
const classesByWord = new Map<string, number>();
/** The bits of a number that JavaScript keeps as a small integer. */
const mostClasses = 31;
let classes = 0;

/**
 * Makes a class of words that a list tells, in small letters, and gives its bit in `Token.classes`: a token is looked up once, and
 * not for each of the many questions that are asked of it. To be called while modules load, before anything is tokenised.
 *
 * @throws RangeError where there are more classes than bits
 */
export function wordClass(words: Iterable<string>): number {
  if (classes === mostClasses) throw new RangeError("More classes of words than bits");
  const bit = 1 << classes++;
  for (const word of words) classesByWord.set(word, classesOf(word) | bit);
  return bit;
}

/** The classes that a word in small letters is of. */
export const classesOf = (lower: string): number => classesByWord.get(lower) ?? 0;

/** Whether a token is of at least one of some classes; no token is of none. */
export const isOf = (token: Token | undefined, some: number): boolean =>
  token !== undefined && (token.classes & some) !== 0;
