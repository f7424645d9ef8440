import { describe, expect, it } from "vitest";
import { type GoldArticle, goldArticleSchema } from "#training/gold/gold-article.ts";
import { locateGold } from "#training/gold/locate-gold.ts";
import { quotedStretches } from "#training/gold/quoted-stretches.ts";

const stretches = (text: string, form: GoldArticle["attributions"][number]["form"], repeats = false) => {
  const attribution = { source: [], cue: [], content: [text], form, actor: null };
  const gold = goldArticleSchema.parse({
    title: null,
    authors: [],
    published: null,
    actors: [],
    attributions: [repeats ? { ...attribution, repeats } : attribution],
    claims: [],
    notAttributed: [],
    alsoNamed: [],
  });
  return quotedStretches(locateGold("one", text, gold)).map(({ span }) => text.slice(...span));
};

describe("the quotations that a gold attribution implies", () => {
  it.each([
    ["that it was “all gone” and “lost”", ["“all gone”", "“lost”"]],
    ['that it was "all gone"', ['"all gone"']],
    ["dass es «weg» war, «ganz»", ["«weg»", "«ganz»"]],
    ["it was „gone“ by noon", ["„gone“"]],
    ["the boats’ gear was ‘folk’s work’ since the ’90s", ["‘folk’s work’"]],
    ["that “we said ‘no’ twice", ["“we said ‘no’ twice"]],
  ])("mixed: %s", (text, expected) => {
    expect(stretches(text, "mixed")).toEqual(expected);
  });

  it("direct: the fragment as it stands", () => {
    expect(stretches("‘’Tis a pity,’", "direct")).toEqual(["‘’Tis a pity,’"]);
  });

  it("indirect or repeated: none", () => {
    expect([stretches("that “x” is it", "indirect"), stretches("“x”", "direct", true)]).toEqual([[], []]);
  });
});
