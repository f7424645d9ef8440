import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Extraction, extractionSchema } from "#extraction/extraction.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { overlaps, type Span } from "#extraction/span.ts";
import { tagArticle } from "#extraction/tag.ts";
import { tag } from "./attributions.ts";
import { bodyArticle } from "./body-article.ts";
import { newsText } from "./news-text.ts";

/** The article that `segmentArticle` makes of a text, or its body alone where the text is refused. */
function articleOf(text: string): SegmentedArticle {
  const segmented = segmentArticle(text);
  return segmented.ok ? segmented.value : bodyArticle(text);
}

const areApart = (spans: readonly Span[]): boolean =>
  spans.every((span, at) => {
    const before = spans[at - 1];
    return !before || (before[0] < span[0] && !overlaps(before, span));
  });

const areUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Everything that must hold of every result. */
function check(text: string, extraction: Extraction): void {
  const { actors, attributions, claims, quotes } = extractionSchema.parse(extraction);
  const lists = [
    ...actors.map(({ mentions }) => mentions),
    ...attributions.flatMap(({ source, cue, content }) => [source, cue, content]),
    ...claims.map(({ content }) => content),
  ];
  for (const spans of lists) {
    expect(areApart(spans)).toBe(true);
    for (const [start, end] of spans) expect(start < end && end <= text.length).toBe(true);
  }
  for (const { source, cue, content } of attributions) {
    expect(content.length).toBeGreaterThan(0);
    expect(areApart([...source, ...cue, ...content].sort((a, b) => a[0] - b[0]))).toBe(true);
  }
  for (const quote of quotes) expect(text.slice(...quote.span)).toBe(quote.text);
  for (const kind of [actors, attributions, claims, quotes])
    expect(areUnique(kind.map(({ id }) => id))).toBe(true);
  const known = new Set(actors.map(({ id }) => id));
  const attributed = new Map(attributions.map(({ id, actor }) => [id, actor]));
  for (const { actor } of [...attributions, ...claims]) expect(actor === null || known.has(actor)).toBe(true);
  for (const { attribution, actor } of quotes) expect(attributed.get(attribution)).toBe(actor);
  for (const { attribution, actor } of claims)
    if (attribution !== null) expect(attributed.get(attribution)).toBe(actor);
  for (const { id, repeats } of [...attributions, ...claims]) expect(repeats).not.toBe(id);
}

describe("whatever the text", () => {
  it.each([
    ["any characters", fc.string({ unit: "binary", maxLength: 300 })],
    ["fragments of news", newsText],
    ["fragments under a byline", newsText.map((text) => `The dam of Orlo held\nBy Ana Ruiz\n\n${text}`)],
  ])(
    "of %s, results are within it, apart, and refer to each other; the same text gives the same",
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          const article = articleOf(text);
          const extraction = tagArticle(article);
          check(text, extraction);
          expect(tagArticle(article)).toEqual(extraction);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    ['"a '],
    ["“"],
    [" “a"],
    ["“‘"],
    ["he said "],
    ["a, "],
    ["A and "],
    ["5, "],
    ["Mr. "],
    ["said that he said that "],
    ["according to "],
    ["told reporters of "],
    ["workers’ "],
    ["“Go on,” Ana Ruiz said. "],
  ])("%j over and over does not exhaust the stack or break a promise", (fragment) => {
    const text = fragment.repeat(4000);
    check(text, tagArticle(articleOf(text)));
  });
});

describe("ids", () => {
  const sentence = "Ana Ruiz said the dam was old.";

  it("stay when other parts of the article change", () => {
    const alone = tag(sentence);
    const amidst = tag(`It rained in Orlo. ${sentence} Tom Falk said it would hold.`);
    expect(amidst.attributions.map(({ id }) => id)).toContain(alone.attributions[0]?.id);
    expect(amidst.actors.map(({ id }) => id)).toContain(alone.actors[0]?.id);
    expect(amidst.claims.map(({ id }) => id)).toContain(alone.claims[0]?.id);
  });

  it("differ where an article says the same twice, and the second knows the first", () => {
    const [first, second] = tag(`${sentence} ${sentence}`).attributions;
    expect(second?.id).not.toBe(first?.id);
    expect(second?.repeats).toBe(first?.id);
  });
});
