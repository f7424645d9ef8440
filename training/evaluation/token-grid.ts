import type { Span } from "#extraction/span.ts";

/** A word, number or single other character of a text, and the number of its line. */
export interface GridToken {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * The text cut so fine that the ends of any tokenizer's spans can be met: runs of letters, runs of digits, and
 * every other visible character by itself. Offsets in UTF-16 code units. A line ends at each line feed.
 */
export function gridTokens(text: string): readonly GridToken[] {
  const tokens: GridToken[] = [];
  let line = 0;
  for (const match of text.matchAll(/\n|[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu)) {
    if (match[0] === "\n") line++;
    else tokens.push({ start: match.index, end: match.index + match[0].length, line });
  }
  return tokens;
}

/** The numbers of the tokens that the spans touch, in the order of the spans, each once. */
export function tokensOf(tokens: readonly GridToken[], spans: readonly Span[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const [start, end] of spans) {
    for (let index = firstEndingAfter(tokens, start); index < tokens.length; index++) {
      if ((tokens[index]?.start ?? end) >= end) break;
      touched.add(index);
    }
  }
  return touched;
}

/** The spans on the grid, each cut at line ends, as "FIRST-END" in token numbers: equal if both ends agree. */
export function gridFragments(tokens: readonly GridToken[], spans: readonly Span[]): ReadonlySet<string> {
  const fragments = new Set<string>();
  for (const span of spans) {
    const byLine = new Map<number, { first: number; last: number }>();
    for (const index of tokensOf(tokens, [span])) {
      const line = tokens[index]?.line ?? 0;
      byLine.set(line, { first: byLine.get(line)?.first ?? index, last: index });
    }
    for (const { first, last } of byLine.values()) fragments.add(`${first}-${last + 1}`);
  }
  return fragments;
}

function firstEndingAfter(tokens: readonly GridToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
