import { type Accepted, rejected } from "../rejection.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { splitSentences } from "./split-sentences.ts";

/**
 * Takes a text apart into segments and sentences. Pure; never throws. Segments are in order, never overlap
 * and hold every character that is not white space; so do the sentences of a segment.
 */
export function segmentArticle(text: string): Accepted<SegmentedArticle> {
  const paragraphs = splitParagraphs(text);
  if (paragraphs.length === 0)
    return rejected("empty", "holds nothing but white space; put the text of an article into it");
  const segments = paragraphs.map(({ span }) => ({
    kind: "body" as const,
    span,
    sentences: splitSentences(text, span).map((sentence) => ({ span: sentence, repeats: null })),
    repeats: null,
    speaker: null,
  }));
  return {
    ok: true,
    value: { text, title: null, authors: [], published: null, dateline: null, segments },
  };
}
