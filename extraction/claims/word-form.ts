import { lowerHash, shapeBits } from "../syntax/word-forms.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { MetWords } from "../tokens/met-words.ts";
import { lowered } from "../tokens/written-word.ts";
import { marks, marksOf } from "./word-marks.ts";
import { type Stem, stemOf } from "./word-stem.ts";

/** What the characters of a word tell of it, wherever it stands. */
export interface WordForm {
  /** As the article prints it. */
  readonly text: string;
  /** Lower-cased, with typographic apostrophes made straight. */
  readonly lower: string;
  /** Whether it has a letter or a digit, and is no mark or stop. */
  readonly isWord: boolean;
  /** Whether it has nothing but letters of ASCII. */
  readonly isPlain: boolean;
  /** What word lists say of it: see `marks`. */
  readonly marks: number;
  readonly stem: Stem;
}

const met = new MetWords<WordForm>(8192);

/** The form of the word with the number `word`. */
export function formAt(text: string, words: ArticleWords, word: number): WordForm {
  const from = words.start[word] as number;
  const to = words.end[word] as number;
  const hash = words.lower[word] as number;
  const shape = words.shape[word] as number;
  // With and without a capital it is two forms of one hash.
  const number = hash ^ (shape << 1);
  const known = met.find(number, text, from, to);
  if (known) return known;
  const form = readForm(text.slice(from, to), hash, (shape & shapeBits.digit) !== 0);
  met.keep(number, text, from, to, form);
  return form;
}

/** The form of a word that nothing is known of. */
export const formOf = (text: string): WordForm =>
  readForm(text, lowerHash(text.toLowerCase()), /\d/u.test(text));

function readForm(text: string, hash: number, hasDigit: boolean): WordForm {
  const lower = lowered(text);
  return {
    text,
    lower,
    isWord: hasLetter(text),
    isPlain: /^[A-Za-z]+$/u.test(text),
    marks: marksOf(lower, hash) | (hasDigit ? marks.digit : 0),
    stem: stemOf(lower),
  };
}

/** The pattern is asked for what begins with a mark or a letter that is not ASCII's only. */
const hasLetter = (form: string): boolean => {
  const code = form.charCodeAt(0);
  const small = code | 32;
  if ((small >= 97 && small <= 122) || (code >= 48 && code <= 57)) return true;
  return (form.length > 1 || code >= 128) && /[\p{L}\p{N}]/u.test(form);
};
