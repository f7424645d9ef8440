import type { Span } from "../span.ts";
import { trimmed } from "../span.ts";
import { endsSentence } from "./sentence-end.ts";

/** How far back a word is read and how far ahead what follows, in UTF-16 code units: keeps the work linear. */
const reach = 64;

const mark = /[.?!…。？！]/u;
const nextMark = /[.?!…。？！]/gu;
const closer = /["'“”’»›)\]}*_]/u;
const closingQuotation = /["'”’»›]/u;
const space = /\s/u;

/**
 * The sentences of a paragraph, trimmed, in order; they cover everything but white space. Closing quotation
 * marks and brackets belong to the sentence they close. A sentence may end inside a quotation. A quotation
 * and the reporting clause after it ("Why?" she asked.) are one sentence.
 */
export function splitSentences(text: string, [start, end]: Span): Span[] {
  const sentences: Span[] = [];
  let from = trimmed(text, [start, end])[0];
  let at = from;
  for (;;) {
    nextMark.lastIndex = at;
    const marksStart = nextMark.exec(text)?.index ?? end;
    if (marksStart >= end) break;
    at = marksStart;
    while (at < end && mark.test(text.charAt(at))) at++;
    const marksEnd = at;
    while (at < end && closer.test(text.charAt(at))) at++;
    if (at < end && !space.test(text.charAt(at)) && !/[。？！]/u.test(text.charAt(marksEnd - 1))) continue;
    const sentenceEnd = at;
    while (at < end && space.test(text.charAt(at))) at++;
    // Marks with spaces between them (". . .") are one ellipsis.
    if (at < end && mark.test(text.charAt(at))) continue;
    const wordStart = startOfWord(text, from, marksStart);
    const wordBeforeEnd = endOfWordBefore(text, from, wordStart);
    const isEnd = endsSentence({
      word: text.slice(wordStart, marksStart).replace(/^["'“‘«„([{]+/u, ""),
      wordIsFirst: wordStart === from,
      wordBefore: text.slice(startOfWord(text, from, wordBeforeEnd), wordBeforeEnd),
      marks: text.slice(marksStart, Math.min(marksEnd, marksStart + 4)),
      closesQuotation: hasClosingQuotation(text, marksEnd, sentenceEnd),
      after: text.slice(at, Math.min(end, at + reach)),
    });
    if (isEnd) {
      sentences.push([from, sentenceEnd]);
      from = at;
    }
  }
  const rest = trimmed(text, [from, end]);
  if (rest[0] < rest[1]) sentences.push(rest);
  return sentences;
}

/** Where the word that ends at `end` begins; not further back than `from` or than the reach. */
function startOfWord(text: string, from: number, end: number): number {
  const limit = Math.max(from, end - reach);
  let at = end;
  while (at > limit && !space.test(text.charAt(at - 1))) at--;
  return at;
}

function endOfWordBefore(text: string, from: number, wordStart: number): number {
  const limit = Math.max(from, wordStart - reach);
  let at = wordStart;
  while (at > limit && space.test(text.charAt(at - 1))) at--;
  return at;
}

function hasClosingQuotation(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (closingQuotation.test(text.charAt(at))) return true;
  return false;
}
