import { extractor } from "./extractor-version.ts";
import type { Extraction } from "./extraction.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { textOf } from "./span.ts";

/** Finds every attribution, quote, claim and actor of a segmented article. Pure; never throws. */
export function tagArticle(article: SegmentedArticle): Extraction {
  return {
    title: article.title === null ? null : textOf(article.text, article.title),
    byline: article.authors.map((author) => author.name),
    published: article.published?.date ?? null,
    actors: [],
    attributions: [],
    claims: [],
    quotes: [],
    extractor,
  };
}
