import { spread } from "./feature-hash.ts";
import type { Words } from "./words.ts";

/** What a model sees of each word of a sentence: hashes of its form and the class of its spelling. */
export class WordForms {
  /** Hash of the form with capitals, digits as zeros. */
  exact = new Int32Array(256);
  /** Hash of the form in lower case, digits as zeros, curly apostrophes straight. */
  lower = new Int32Array(256);
  suffix2 = new Int32Array(256);
  suffix3 = new Int32Array(256);
  /** Hash of the first three letters. */
  prefix = new Int32Array(256);
  shape = new Int32Array(256);
  length = 0;

  /** Reads the words of a sentence; what was read before is gone. */
  read(text: string, words: Words): void {
    const { start, end, length } = words;
    if (this.exact.length < length) this.grow(length);
    this.length = length;
    for (let word = 0; word < length; word++) this.readWord(text, word, start[word] ?? 0, end[word] ?? 0);
  }

  private grow(length: number): void {
    const size = Math.max(length, this.exact.length * 2);
    this.exact = new Int32Array(size);
    this.lower = new Int32Array(size);
    this.suffix2 = new Int32Array(size);
    this.suffix3 = new Int32Array(size);
    this.prefix = new Int32Array(size);
    this.shape = new Int32Array(size);
  }

  private readWord(text: string, word: number, from: number, to: number): void {
    let exact = seed;
    let lower = seed;
    let seen = 0;
    let prefix = seed;
    // The last three code units, in lower case.
    let a = 0;
    let b = 0;
    let c = 0;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      let plain = code;
      let low = code;
      if (code >= 97 && code <= 122) seen |= at === from ? firstLower : lowerLetter;
      else if (code >= 65 && code <= 90) {
        low = code | 32;
        seen |= at === from ? firstUpper : upperLetter;
      } else if (code >= 48 && code <= 57) {
        plain = low = 48;
        seen |= digit;
      } else if (code === 0x2019 || code === 0x2018) plain = low = 39;
      else if (code >= 0xc0) {
        const upper = (code <= 0xde && code !== 0xd7) || (code > 0xff && isUpperLetter(code));
        if (upper) {
          low = code <= 0xde ? code + 32 : (String.fromCharCode(code).toLowerCase().charCodeAt(0) ?? code);
          seen |= at === from ? firstUpper : upperLetter;
        } else if (code < 0x2000 || code > 0x2bff) seen |= at === from ? firstLower : lowerLetter;
        else seen |= mark;
      } else seen |= code === 45 ? hyphen : code === 46 ? stop : mark;
      exact = Math.imul(exact ^ plain, prime);
      lower = Math.imul(lower ^ low, prime);
      if (at < from + 3) prefix = lower;
      a = b;
      b = c;
      c = low;
    }
    this.exact[word] = spread(exact);
    this.lower[word] = spread(lower);
    this.prefix[word] = spread(prefix ^ 0x5bd1e995);
    this.suffix2[word] = spread((b << 16) ^ c ^ 0x1b873593);
    this.suffix3[word] = spread(Math.imul(a, prime) ^ (b << 16) ^ c);
    this.shape[word] = seen | (to - from === 1 ? single : 0);
  }
}

const seed = 0x811c9dc5 | 0;
/** FNV-1a (Fowler, Noll, Vo), over code units. */
const prime = 0x01000193;

/** Bits of `WordForms.shape`. */
export const shapeBits = {
  firstUpper: 1,
  firstLower: 2,
  upperLetter: 4,
  lowerLetter: 8,
  digit: 16,
  hyphen: 32,
  stop: 64,
  mark: 128,
  single: 256,
} as const;
const { firstUpper, firstLower, upperLetter, lowerLetter, digit, hyphen, stop, mark, single } = shapeBits;

function isUpperLetter(code: number): boolean {
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

/** The hash that `WordForms.lower` gives a word; for lists of words, and lemmas. */
export function lowerHash(word: string): number {
  wholeWord.end[0] = word.length;
  oneWord.read(word, wholeWord);
  return oneWord.lower[0] ?? 0;
}

const oneWord = new WordForms();
const wholeWord = { start: Int32Array.of(0), end: Int32Array.of(0), length: 1 };
