import type { Span } from "../span.ts";

/** Marks of direction, zero-width spaces and soft hyphens: they take no place on a page. Joiners, which emoji have, are not among them. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

/** A text without what no one sees, and where each character of it stands in the whole one. */
export interface SeenText {
  readonly text: string;
  /** A span of the whole text as one of this. */
  narrowed(span: Span): Span;
  /** A span of this as one of the whole text, that ends behind its last character. */
  widened(span: Span): Span;
}

/** The text as it is seen; `null` where that is all of it. */
export function seenText(text: string): SeenText | null {
  if (!unseen.test(text)) return null;
  /** How many characters that are seen stand before each place. */
  const before = new Uint32Array(text.length + 1);
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    before[at] = places.length;
    if (!unseen.test(text.charAt(at))) places.push(at);
  }
  before[text.length] = places.length;
  return {
    text: places.map((at) => text.charAt(at)).join(""),
    narrowed: ([start, end]) => [before[start] ?? 0, before[end] ?? places.length],
    widened: ([start, end]) => {
      const first = places[start] ?? text.length;
      return [first, end > start ? (places[end - 1] ?? text.length - 1) + 1 : first];
    },
  };
}
