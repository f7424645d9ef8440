import months from "../lexicons/months-and-days.json" with { type: "json" };
import suffixes from "../lexicons/name-suffixes.json" with { type: "json" };
import abbreviations from "../lexicons/titles.json" with { type: "json" };
import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Token } from "./token.ts";
import { classesOf } from "./word-class.ts";

/** Abbreviations that keep their full stop, so that "Sen. Orlo" is one name and not two sentences. */
const dotted = new Set(
  [...abbreviations.entries, ...suffixes.entries, ...months.entries].filter((entry) => entry.endsWith(".")),
);

const word =
  /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-‐‑'’&./]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*/uy;
const clitic = /(?:['’](?:s|S|re|ve|d|ll|m)|n['’]t)$/u;

/**
 * The tokens of one stretch of text, in order. Quotations (given in order, not overlapping) stand as single
 * tokens. A possessive or verbal clitic ("'s", "n't") is a token of its own; a word keeps its inner hyphens
 * and apostrophes, a number its commas; titles and initials keep their full stop. White space is no token, everything else is.
 */
export function tokenise(text: string, [start, end]: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  let at = start;
  const push = (kind: Token["kind"], from: number, to: number, quotation: Quotation | null = null): void => {
    const written = text.slice(from, to);
    const lower = quotation ? "" : lowered(written);
    tokens.push({ kind, text: written, lower, classes: classesOf(lower), span: [from, to], quotation });
    at = to;
  };
  while (at < end) {
    const quotation = quotations[next];
    if (quotation && quotation.span[0] <= at) {
      next++;
      if (quotation.span[1] > at) push("quotation", at, Math.min(end, quotation.span[1]), quotation);
      continue;
    }
    if (isSpace(text, at)) {
      at++;
      continue;
    }
    const limit = Math.min(end, quotation?.span[0] ?? end);
    const behind = Math.min(limit, endOfWord(text, at));
    if (behind > at) pushWord(text.slice(at, behind));
    else push("punctuation", at, at + (at + 1 < limit && isPair(text, at) ? 2 : 1));
  }
  return tokens;

  function pushWord(found: string): void {
    const from = at;
    const first = found.charCodeAt(0);
    const number = first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(found);
    // Few words have an apostrophe, and the pattern would be tried at each letter.
    const tail = number || !(found.includes("'") || found.includes("’")) ? null : clitic.exec(found)?.[0];
    if (tail && tail.length < found.length) {
      push("word", from, from + found.length - tail.length);
      push("word", at, from + found.length);
      return;
    }
    const keepsStop =
      text.charAt(from + found.length) === "." &&
      from + found.length < end &&
      (dotted.has(`${found}.`) || /^\p{Lu}$/u.test(found) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(found));
    push(number ? "number" : "word", from, from + found.length + (keepsStop ? 1 : 0));
  }
}

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
  word.lastIndex = from;
  return word.test(text) ? word.lastIndex : from;
}

const comma = 44;
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

/** In lower case, with straight apostrophes; the same string where it is so already. */
function lowered(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}

/** Whether two code units make one character; half of one may stand alone in a damaged text. */
const isPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at, at + 2));
