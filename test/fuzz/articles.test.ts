import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import { bodyArticle } from "../extraction/body-article.ts";
import { newsText } from "../extraction/news-text.ts";
import { mutatedText } from "./mutated-text.ts";
import { problemsOfResults, problemsOfSegments } from "./span-problems.ts";

/** Texts in all, over all seeds; a longer run takes more. */
const texts = Number(process.env.ONRECORD_FUZZ_RUNS ?? 20_000);
const first = Number(process.env.ONRECORD_FUZZ_SEED ?? Date.now() % 2 ** 31);

/** A part of the texts, each part with a seed of its own. */
const kinds = [
  ["pieces of the project's articles, spoiled", mutatedText, 0.7],
  ["fragments of news in any order", newsText, 0.25],
  ["any characters", fc.string({ unit: "binary", maxLength: 200 }), 0.05],
] as const;

/** The article that is made of a text; its body alone where the text is refused, so that all are tagged. */
function articleOf(text: string): SegmentedArticle {
  const segmented = segmentArticle(text);
  return segmented.ok ? segmented.value : bodyArticle(text);
}

describe(`whatever the text, every span is one of it (${texts} texts)`, () => {
  it.each(kinds.map(([name, arbitrary, part], index) => ({ name, arbitrary, part, seed: first + index })))(
    "$name, seed $seed",
    ({ arbitrary, part, seed }) => {
      fc.assert(
        fc.property(arbitrary, (text) => {
          const article = articleOf(text);
          expect(problemsOfSegments(article)).toEqual([]);
          expect(problemsOfResults(text, tagArticle(article))).toEqual([]);
        }),
        { numRuns: Math.ceil(texts * part), seed },
      );
    },
    Math.max(120_000, texts * 20),
  );
});
