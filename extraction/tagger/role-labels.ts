import type { Span } from "../span.ts";
import { firstEndingBehind } from "./words-of-span.ts";

/** The roles that words are labelled with, in the order of their labels. */
export const labelledRoles = ["source", "cue", "content"] as const;
export type LabelledRole = (typeof labelledRoles)[number];

/**
 * Labels of words (Ramshaw and Marcus 1995): 0 is outside; the first word of a source, cue, content has 1, 3, 5, each
 * further one 2, 4, 6.
 */
export const labelCount: number = 1 + 2 * labelledRoles.length;

/** The label of a role's first word. */
export const firstLabel = (role: LabelledRole): number => 1 + 2 * labelledRoles.indexOf(role);

/** Whether a label goes on with a span that the word before is part of. */
export const goesOn = (label: number): boolean => label > 0 && label % 2 === 0;

/** Whether a word may have `label` behind one with `before`; 0 for `before` at the start of a sequence. */
export const mayFollow = (before: number, label: number): boolean =>
  !goesOn(label) || before === label || before === label - 1;

/** The spans of an attribution by role; UTF-16 code units, half-open. */
export type LabelledSpans = Readonly<Record<LabelledRole, readonly Span[]>>;

/** Where the words of an article stand. */
export interface WordPlaces {
  /** Offsets in UTF-16 code units of the article's text, half-open, in order. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the paragraph of each word. */
  readonly paragraph: Int32Array;
  readonly length: number;
}

/**
 * Labels words by the spans of attributions: a word belongs to a span that covers half of it or more. Cues and sources come before
 * contents, and earlier attributions before later ones, where spans overlap. No span goes on into another paragraph.
 */
export function labelSpans(words: WordPlaces, attributions: readonly LabelledSpans[]): Uint8Array {
  const labels = new Uint8Array(words.length);
  for (const { source, cue } of attributions) {
    for (const span of cue) labelSpan(words, labels, span, firstLabel("cue"));
    for (const span of source) labelSpan(words, labels, span, firstLabel("source"));
  }
  for (const { content } of attributions)
    for (const span of content) labelSpan(words, labels, span, firstLabel("content"));
  // A span that was written over in its middle begins anew behind it.
  for (let word = 0; word < words.length; word++) {
    const label = labels[word] ?? 0;
    if (!mayFollow(labels[word - 1] ?? 0, label)) labels[word] = label - 1;
  }
  return labels;
}

function labelSpan(words: WordPlaces, labels: Uint8Array, [from, to]: Span, first: number): void {
  const { start, end, paragraph, length } = words;
  let word = firstEndingBehind(words, from);
  let begins = true;
  for (; word < length; word++) {
    const [left, right] = [start[word] ?? 0, end[word] ?? 0];
    if (left >= to) return;
    const covered = Math.min(right, to) - Math.max(left, from);
    if (covered * 2 < right - left) {
      if (left < from) continue;
      return;
    }
    if (labels[word] !== 0) {
      begins = true;
      continue;
    }
    begins ||= paragraph[word] !== paragraph[word - 1];
    labels[word] = begins ? first : first + 1;
    begins = false;
  }
}
