import { z } from "zod";

/**
 * A stretch of an article's text: half-open `[start, end)`, counted in UTF-16 code units of the text it
 * belongs to, so `text.slice(...span)` is the text that it covers.
 */
export const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();
export type Span = z.infer<typeof spanSchema>;

/** The characters that a span covers. */
export const textOf = (text: string, span: Span): string => text.slice(span[0], span[1]);

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Spans in order of place, each once, none overlapping another: of two that overlap, the shorter stays. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, span)) kept.push(span);
    else if (span[1] - span[0] < last[1] - last[0]) kept[kept.length - 1] = span;
  }
  return kept;
}

/** The span without the white space at its ends; empty (start = end) where there is nothing else. */
export function trimmed(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return [from, to];
}
