import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import { Token } from "./token.ts";
import { wordBetween } from "./written-word.ts";

const wordPattern =
  /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-‐‑'’&./]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*/uy;

/**
 * The tokens of one stretch of text, in order. Quotations (given in order, not overlapping) stand as single
 * tokens. A possessive or verbal clitic ("'s", "n't") is a token of its own; a word keeps its inner hyphens
 * and apostrophes, a number its commas; titles and initials keep their full stop. White space is no token, everything else is.
 */
export function tokenise(text: string, [start, end]: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  /** Where the next quotation begins; the end where there is none. */
  let quotedFrom = quotations[0]?.span[0] ?? end;
  let at = start;
  while (at < end) {
    if (at >= quotedFrom) {
      const quotation = quotations[next++];
      quotedFrom = quotations[next]?.span[0] ?? end;
      if (!quotation || quotation.span[1] <= at) continue;
      const behind = Math.min(end, quotation.span[1]);
      tokens.push(quoted(text, at, behind, quotation));
      at = behind;
      continue;
    }
    if (isSpace(text, at)) {
      at++;
      continue;
    }
    const limit = Math.min(end, quotedFrom);
    const behind = Math.min(limit, endOfWord(text, at));
    if (behind > at) {
      at = pushWord(tokens, text, at, behind, end);
    } else {
      const to = at + (at + 1 < limit && isPair(text, at) ? 2 : 1);
      tokens.push(new Token("punctuation", wordBetween(text, at, to), at, to));
      at = to;
    }
  }
  return tokens;
}

/** Adds the word between two places with what belongs to it, its clitic as a token of its own, and gives the place behind. */
function pushWord(tokens: Token[], text: string, from: number, behind: number, end: number): number {
  const word = wordBetween(text, from, behind);
  if (word.clitic > 0) {
    const inner = behind - word.clitic;
    tokens.push(new Token("word", wordBetween(text, from, inner), from, inner));
    tokens.push(new Token("word", wordBetween(text, inner, behind), inner, behind));
    return behind;
  }
  const kind = word.isNumber ? "number" : "word";
  const stops = word.keepsStop && behind < end && text.charCodeAt(behind) === fullStop;
  if (stops) tokens.push(new Token(kind, wordBetween(text, from, behind + 1), from, behind + 1));
  else tokens.push(new Token(kind, word, from, behind));
  return stops ? behind + 1 : behind;
}

/** The tokens of one stretch of text without quotations, each as its lower-cased form alone: see {@link tokenise}. */
export const lowerForms = (text: string, span: Span): string[] =>
  tokenise(text, span, []).map(({ lower }) => lower);

const quoted = (text: string, from: number, to: number, quotation: Quotation): Token =>
  new Token("quotation", { text: text.slice(from, to), lower: "", classes: 0 }, from, to, quotation);

/**
 * Where a word ends that begins at `from`; `from` itself where none does. As the pattern has it, without asking it while
 * there is nothing but ASCII: an article is taken apart more than once.
 */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (isAsciiWord(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code >= 128) return endByPattern(text, from);
    if (at === from) return from;
    const next = text.charCodeAt(at + 1);
    const joins = code === comma ? isAsciiDigit(text.charCodeAt(at - 1)) : joiners.has(code);
    if (!joins) return at;
    if (next >= 128) return endByPattern(text, from);
    if (!(code === comma ? isAsciiDigit(next) : isAsciiWord(next))) return at;
    at++;
  }
}

function endByPattern(text: string, from: number): number {
  wordPattern.lastIndex = from;
  return wordPattern.test(text) ? wordPattern.lastIndex : from;
}

const comma = 44;
const fullStop = 46;
/** What may stand within a word: - & ' . / */
const joiners: ReadonlySet<number> = new Set([38, 39, 45, 46, 47]);
const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters and digits; no code unit, behind the end of the text, is none. */
const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isAsciiDigit(code);

/** Whether the code unit is white space. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/u.test(text.charAt(at));
}

/** Whether two code units make one character; half of one may stand alone in a damaged text. */
const isPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at, at + 2));
