import type { Span } from "../span.ts";

/** Spans in reading order, with those made one that overlap or have only spaces of one line between them. */
export function joinedSpans(text: string, spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && (span[0] <= last[1] || /^[^\S\n]+$/u.test(text.slice(last[1], span[0]))))
      joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}
