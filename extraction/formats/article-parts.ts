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

/** White space of any kind and length made one space, none at the ends; no character that XML forbids. */
export const singleSpaced = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  text.replace(/[\s\u0000-\u001f\u007f]+/gu, " ").trim();

/** Paragraphs without a kind of their own; empty ones left out. */
export const plainParts = (texts: readonly string[]): Part[] =>
  texts.map((text) => ({ text: singleSpaced(text), kind: null })).filter(({ text }) => text !== "");
