import type { Token } from "./token.ts";

/** Whether a word is of a class, by how it is written and by the same in small letters. */
type ClassTest = (text: string, lower: string) => boolean;

/** The classes of each listed word, a bit for each class, and the classes that are told otherwise. */
const listed = new Map<string, number>();
const tested: { readonly bit: number; readonly test: ClassTest }[] = [];
/** The bits of a number that JavaScript keeps as a small integer. */
const mostClasses = 31;
let classes = 0;

/**
 * Makes a class of words that a list tells, in small letters, and gives its bit in `Token.classes`: a word is looked up once, and
 * not for each of the many questions that are asked of it. To be called while modules load, before anything is tokenised.
 *
 * @throws RangeError where there are more classes than bits
 */
export function wordClass(words: Iterable<string>): number {
  const bit = nextBit();
  for (const word of words) listed.set(word, (listed.get(word) ?? 0) | bit);
  return bit;
}

/** As `wordClass`, of the words that a test tells. */
export function wordClassBy(test: ClassTest): number {
  const bit = nextBit();
  tested.push({ bit, test });
  return bit;
}

function nextBit(): number {
  if (classes === mostClasses) throw new RangeError("More classes of words than bits");
  return 1 << classes++;
}

/** The classes of a word, as it is written and in small letters. */
export function classesOf(text: string, lower: string): number {
  let found = listed.get(lower) ?? 0;
  for (const { bit, test } of tested) if (test(text, lower)) found |= bit;
  return found;
}

/** Whether a token is of at least one of some classes; no token is of none. */
export const isOf = (token: Token | undefined, some: number): boolean =>
  token !== undefined && (token.classes & some) !== 0;
