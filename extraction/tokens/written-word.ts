import months from "../lexicons/months-and-days.json" with { type: "json" };
import suffixes from "../lexicons/name-suffixes.json" with { type: "json" };
import abbreviations from "../lexicons/titles.json" with { type: "json" };
import { longestKept, MetWords } from "./met-words.ts";
import type { TokenForm } from "./token.ts";
import { classesOf } from "./word-class.ts";

/** A word, number or mark, and what its characters alone tell of it. */
export interface WrittenWord extends TokenForm {
  /** Whether it begins with a digit. */
  readonly isNumber: boolean;
  /** Whether a full stop behind it belongs to it. */
  readonly keepsStop: boolean;
  /** How many code units at the end of a word are a clitic; 0 where none or all are. */
  readonly clitic: number;
}

/** Abbreviations, without the full stop that they keep, so that "Sen. Orlo" is one name and not two sentences. */
const dotted = new Set(
  [...abbreviations.entries, ...suffixes.entries, ...months.entries].flatMap((entry) =>
    entry.endsWith(".") ? entry.slice(0, -1) : [],
  ),
);

const clitic = /(?:['’](?:s|S|re|ve|d|ll|m)|n['’]t)$/u;

const met = new MetWords<WrittenWord>(8192);

/** The word that stands in a text between two places; what is known of one that was met is found by its characters. */
export function wordBetween(text: string, from: number, to: number): WrittenWord {
  if (to - from > longestKept) return readWord(text.slice(from, to));
  let number = to - from;
  for (let at = from; at < to; at++) number = (number * 31 + text.charCodeAt(at)) | 0;
  number ^= number >>> 13;
  const known = met.find(number, text, from, to);
  if (known) return known;
  const word = readWord(text.slice(from, to));
  met.keep(number, text, from, to, word);
  return word;
}

/** The `lower` of the word between two places. */
export const lowerBetween = (text: string, from: number, to: number): string =>
  to - from > longestKept ? lowered(text.slice(from, to)) : wordBetween(text, from, to).lower;

function readWord(text: string): WrittenWord {
  const lower = lowered(text);
  const isNumber = beginsWithDigit(text);
  return {
    text,
    lower,
    classes: classesOf(text, lower),
    isNumber,
    keepsStop: dotted.has(text) || isInitials(text),
    clitic: isNumber ? 0 : cliticOf(text),
  };
}

/** "J" of "J. Ruiz", "U.S" of "U.S." */
const isInitials = (text: string): boolean =>
  (text.length < 3 || text.includes(".")) && /^\p{Lu}(?:\.\p{Lu})*$/u.test(text);

/** Few words have an apostrophe, and the pattern would be tried at each letter. */
function cliticOf(text: string): number {
  if (!text.includes("'") && !text.includes("’")) return 0;
  const tail = clitic.exec(text)?.[0].length ?? 0;
  return tail < text.length ? tail : 0;
}

function beginsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(text);
}

/** In lower case, with straight apostrophes; the same string where it is so already. */
export function lowered(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}
