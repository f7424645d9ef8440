import { expect, it } from "vitest";
import type { Extraction } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { tag } from "../extraction/attributions.ts";
import { bodyArticle } from "../extraction/body-article.ts";
import { problemsOfResults, problemsOfSegments } from "./span-problems.ts";

const text = "😀 “It may rain,” Lina Marsten said.";
const found = tag(text);

it("finds nothing wrong where nothing is", () => {
  expect(found.quotes).toHaveLength(1);
  expect(found.claims[0]?.hedges).toHaveLength(1);
  expect(problemsOfResults(text, found)).toEqual([]);
  expect(problemsOfSegments(bodyArticle(text))).toEqual([]);
});

const attributed = (change: object): Extraction => ({
  ...found,
  attributions: found.attributions.map((one) => ({ ...one, ...change })),
});
const claimed = (change: object): Extraction => ({
  ...found,
  claims: found.claims.map((one) => ({ ...one, ...change })),
});

it.each<[string, Extraction]>([
  ["cue [0,99] is outside of the text", attributed({ cue: [[0, 99]] })],
  ["source [5,5] is empty or turned round", attributed({ source: [[5, 5]] })],
  ["content [1,8] cuts a pair of surrogates", attributed({ content: [[1, 8]] })],
  ["hedge [0,1] cuts a pair of surrogates", claimed({ hedges: [[0, 1]] })],
  [
    "claim [6,9] overlaps the one before it",
    claimed({
      content: [
        [4, 8],
        [6, 9],
      ],
    }),
  ],
  [
    "mention [9,7] is empty or turned round",
    { ...found, actors: found.actors.map((one) => ({ ...one, mentions: [[9, 7] satisfies Span] })) },
  ],
  [
    "quote [4,6] is not its text",
    { ...found, quotes: found.quotes.map((one) => ({ ...one, span: [4, 6] satisfies Span })) },
  ],
  ["two results have one id", { ...found, quotes: [...found.quotes, ...found.quotes] }],
])("finds that %s", (problem, extraction) => {
  expect(problemsOfResults(text, extraction)).toContain(problem);
});

it("finds a sentence outside of its segment", () => {
  const article = bodyArticle(`${text}\n\nIt rained.`);
  const [first, second] = article.segments;
  if (!first || !second) throw new Error("two paragraphs were expected");
  const wrong = { ...article, segments: [{ ...first, sentences: second.sentences }, second] };
  expect(problemsOfSegments(wrong)).toContain(`a sentence of segment [${first.span}] lies outside of it`);
});
