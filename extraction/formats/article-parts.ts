import type { SegmentKind } from "../segmented-article.ts";

/** A paragraph of a file, white space made single; `kind` where the file says what it is for, else `null`. */
export interface Part {
  readonly text: string;
  readonly kind: Extract<SegmentKind, "subheading" | "caption"> | null;
}

/** What a reader of a format finds in a file, before it is one text. */
export interface ArticleParts {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** Day of publication as the file gives it, ISO 8601 (`2026-11-20`). */
  readonly published: string | null;
  readonly paragraphs: readonly Part[];
  /** Of a PDF: the number of paragraphs that begin before each page's end. */
  readonly pageEnds?: readonly number[];
}

/** Soft hyphens, zero-width spaces and marks of direction, of which a text is made of words without; joiners stay, for emoji. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;

/** White space and control characters made one space, none at the ends; without what no one sees. */
export const singleSpaced = (text: string): string =>
  text
    .replace(unseen, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\s\u0000-\u001f\u007f]+/gu, " ")
    .trim();

/** Paragraphs without a kind of their own; empty ones left out. */
export const plainParts = (texts: readonly string[]): Part[] =>
  texts.map((text) => ({ text: singleSpaced(text), kind: null })).filter(({ text }) => text !== "");
