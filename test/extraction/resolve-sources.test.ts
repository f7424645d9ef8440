import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GivenAttribution, resolveSources } from "#extraction/resolve-sources.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { Span } from "#extraction/span.ts";

const text = [
  "Ada Pole said it would rain.",
  "Ms. Pole met Officer Tom Reed on Monday. He denied the rumour.",
  "“I like it,” she said.",
  "CHAIR: Tom Reed has the floor.",
].join("\n\n");

/** The place of some words of the text, the `nth` time (from 1) that they stand there. */
function at(words: string, nth = 1): Span {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return [start, start + words.length];
}

function segmented() {
  const article = segmentArticle(text);
  if (!article.ok) throw new Error(article.rejection.message);
  return article.value;
}

describe("resolving given sources", () => {
  const first: GivenAttribution = {
    source: at("Ada Pole"),
    cue: at("said"),
    content: [at("it would rain")],
  };
  const second: GivenAttribution = { source: at("He"), cue: at("denied"), content: [at("the rumour")] };
  const third: GivenAttribution = {
    source: at("she"),
    cue: at("said", 2),
    content: [at("“I like it,”")],
  };

  it("answers in the order of the questions, whatever it is", () => {
    const resolved = resolveSources(segmented(), [third, first, second]);
    expect(resolved.map(({ actor, rule }) => [actor?.name, rule])).toEqual([
      ["Ada Pole", "pronoun"],
      ["Ada Pole", "full-name"],
      ["Tom Reed", "pronoun"],
    ]);
    expect(resolved[0]?.actor).toBe(resolved[1]?.actor);
    expect(resolved[0]?.actor?.mentions).toContainEqual(third.source);
  });

  it("knows no actor where there is no source, and the label of a turn as one", () => {
    const turn: GivenAttribution = {
      source: at("CHAIR"),
      cue: at(":"),
      content: [at("Tom Reed has the floor")],
    };
    const [absent, chair] = resolveSources(segmented(), [{ ...first, source: null }, turn]);
    expect(absent).toEqual({ actor: null, rule: "absent" });
    expect(chair?.actor?.name).toMatch(/chair/i);
  });

  it("has an answer for every question, wherever its spans are", () => {
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
    const given = fc.record({
      source: fc.option(span),
      cue: fc.option(span),
      content: fc.array(span, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 5 }), (attributions) => {
        expect(resolveSources(segmented(), attributions)).toHaveLength(attributions.length);
      }),
      { numRuns: 50 },
    );
  });
});
