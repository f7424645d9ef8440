import type { Span } from "../span.ts";

/** Shorter ones ("He did not say.") come again without being copies: at least five words. */
const longEnough = /^(?:\S+ ){4}\S/u;

/** Longer ones, in UTF-16 code units, are not compared: copies are of paragraphs, not of chapters. */
const longest = 20_000;

/**
 * For each span the first earlier one of the list with the same words, else `null`. White space, case and
 * everything that is neither letter nor digit do not count.
 */
export function findRepeats(text: string, spans: readonly Span[]): (Span | null)[] {
  const first = new Map<string, Span>();
  return spans.map((span) => {
    if (span[1] - span[0] > longest) return null;
    const words = text
      .slice(...span)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
    if (!longEnough.test(words)) return null;
    const earlier = first.get(words);
    if (earlier === undefined) first.set(words, span);
    return earlier ?? null;
  });
}
