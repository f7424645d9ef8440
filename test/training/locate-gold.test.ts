import { describe, expect, it } from "vitest";
import { goldArticleSchema } from "#training/gold/gold-article.ts";
import { locateGold } from "#training/gold/locate-gold.ts";
import { locateSnippet } from "#training/gold/locate-snippet.ts";

describe("a snippet of a gold article", () => {
  const text = "Then he said the heron said “hello”. He said so.";

  it.each([
    ["a plain string is the first occurrence", "said", [8, 12]],
    ["an occurrence is counted from one", { text: "said", occurrence: 3 }, [40, 44]],
    ["whole words only", "he", [5, 7]],
    ["marks may stand at its ends", "“hello”", [28, 35]],
  ] as const)("%s", (_, snippet, expected) => {
    expect(locateSnippet(text, snippet)).toEqual(expected);
  });

  it.each([
    ["not in the text", "goose", /"goose" is not in the text/],
    ["only part of a word", "her", /"her" is not in the text/],
    ["too few occurrences", { text: "said", occurrence: 4 }, /occurs 3 times .* no occurrence 4/],
  ] as const)("is refused: %s", (_, snippet, message) => {
    expect(() => locateSnippet(text, snippet)).toThrow(message);
  });
});

describe("a gold article", () => {
  const gold = {
    title: null,
    authors: [],
    published: null,
    actors: [{ name: "Ada", type: "person" }],
    attributions: [{ source: ["Ada"], cue: ["said"], content: ["hello"], form: "indirect", actor: "Ada" }],
    claims: [],
    notAttributed: [],
    alsoNamed: [],
  };

  it("names the article and the place of a snippet that is not found", () => {
    expect(() => locateGold("greeting", "Ada said hullo.", goldArticleSchema.parse(gold))).toThrow(
      /^greeting: attributions\[0\]\.content: "hello" is not in the text/,
    );
  });

  it("refuses an attribution to somebody who is not among the actors", () => {
    const result = goldArticleSchema.safeParse({ ...gold, actors: [] });
    expect(result.error?.issues[0]?.message).toBe('"Ada" is not among the actors');
  });
});
