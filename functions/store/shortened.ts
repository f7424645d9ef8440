import type { Span } from "#extraction/span.ts";
import { textOf } from "#extraction/span.ts";
import type { Passage } from "./result-items.ts";

/** What was left of a text or list that may be too long for an item. */
export type Shortened<T> = { readonly value: T; readonly cut: boolean };

/** The first `maximum` UTF-16 code units, without half a surrogate pair at the end. */
export function shortenText(text: string, maximum: number): Shortened<string> {
  if (text.length <= maximum) return { value: text, cut: false };
  const last = text.charCodeAt(maximum - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return { value: text.slice(0, splitsPair ? maximum - 1 : maximum), cut: true };
}

/** The first `maximum` members. */
export const shortenList = <T>(list: readonly T[], maximum: number): Shortened<T[]> => ({
  value: list.slice(0, maximum),
  cut: list.length > maximum,
});

/**
 * The spans with their words: at most `maximumSpans` of them, with at most `maximumText` code units of words
 * in all. A span that is kept is kept whole, even where its words are cut.
 */
export function shortenPassages(
  text: string,
  spans: readonly Span[],
  maximumSpans: number,
  maximumText: number,
): Shortened<Passage[]> {
  const kept = shortenList(spans, maximumSpans);
  let left = maximumText;
  let cut = kept.cut;
  const value = kept.value.map((span) => {
    const words = shortenText(textOf(text, span), left);
    left -= words.value.length;
    cut ||= words.cut;
    return { span, text: words.value };
  });
  return { value, cut };
}
