import { splitSentences } from "#extraction/segment/split-sentences.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import type { Span } from "#extraction/span.ts";

/** An article of body text alone: paragraphs at blank lines, sentences within them, nothing before or behind. */
export function bodyArticle(text: string, authors: readonly string[] = []): SegmentedArticle {
  const segments = paragraphsOf(text).map((span) => ({
    kind: "body" as const,
    span,
    sentences: splitSentences(text, span).map((sentence) => ({ span: sentence, repeats: null })),
    repeats: null,
    speaker: null,
  }));
  return {
    text,
    title: null,
    authors: authors.map((name) => ({ name, span: [0, 0] })),
    published: null,
    dateline: null,
    segments,
  };
}

/** The spans between blank lines, without white space at their ends. */
export const paragraphsOf = (text: string): Span[] =>
  [...text.matchAll(/\S(?:(?!\n\s*\n)[\s\S])*(?<=\S)/gu)].map((found) => [
    found.index,
    found.index + found[0].length,
  ]);
