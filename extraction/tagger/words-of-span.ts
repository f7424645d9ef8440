import type { Span } from "../span.ts";
import type { WordPlaces } from "./role-labels.ts";

/** The words that have a character of a span: the first one, and the one behind the last. */
export function wordsOfSpan(
  words: Pick<WordPlaces, "start" | "end" | "length">,
  [start, end]: Span,
): readonly [from: number, to: number] {
  const from = firstEndingBehind(words, start);
  let to = from;
  while (to < words.length && (words.start[to] as number) < end) to++;
  return [from, to];
}

/** The first word that ends behind an offset. */
export function firstEndingBehind(
  { end, length }: Pick<WordPlaces, "end" | "length">,
  offset: number,
): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
