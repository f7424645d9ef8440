import { describe, expect, it } from "vitest";
import { scoreArticle, sumMeasures } from "#training/evaluation/score-article.ts";
import { actor, attribution, claim, extraction, gold, perfect, quote } from "./small-article.ts";

const tally = (right: number, wrong: number, missed: number) => ({ right, wrong, missed });

describe("the measures of an article", () => {
  it("are all right for an extraction that agrees with the gold", () => {
    const { measures, disagreements } = scoreArticle(gold, perfect);
    expect(disagreements).toEqual([]);
    expect(measures).toEqual({
      head: tally(3, 0, 0),
      attributions: tally(2, 0, 0),
      linked: tally(2, 0, 0),
      attributed: tally(2, 0, 0),
      actor: tally(2, 0, 0),
      form: tally(2, 0, 0),
      "exact source": tally(2, 0, 0),
      "exact cue": tally(2, 0, 0),
      "exact content": tally(2, 0, 0),
      repeats: tally(0, 0, 0),
      quotes: tally(1, 0, 0),
      "quotes attributed": tally(1, 0, 0),
      "marks left alone": tally(1, 0, 0),
      claims: tally(1, 0, 0),
      actors: tally(2, 0, 0),
    });
  });

  it("miss everything in an empty extraction", () => {
    const { measures, disagreements } = scoreArticle(gold, extraction({}));
    expect(measures.attributions).toEqual(tally(0, 0, 2));
    expect(measures.quotes).toEqual(tally(0, 0, 1));
    expect(measures.claims).toEqual(tally(0, 0, 1));
    expect(measures.actors).toEqual(tally(0, 0, 2));
    expect(measures["marks left alone"]).toEqual(tally(1, 0, 0));
    expect(disagreements.map(({ kind }) => kind).sort()).toEqual([
      "missed actor",
      "missed actor",
      "missed attribution",
      "missed attribution",
      "missed claim",
      "missed quote",
    ]);
  });

  it.each([
    [
      "a wrong actor is found, linked, but not attributed",
      { attributions: [attribution("Officials", ["Ada Pole"], ["said"], ["“It will rain,”"], "direct")] },
      {
        attributions: tally(1, 0, 1),
        linked: tally(1, 0, 1),
        attributed: tally(0, 1, 2),
        actor: tally(0, 1, 1),
      },
    ],
    [
      "a source elsewhere is not linked, although the actor is right",
      { attributions: [attribution("Ada Pole", ["Officials"], ["said"], ["“It will rain,”"], "direct")] },
      { linked: tally(0, 1, 2), actor: tally(1, 0, 0) },
    ],
    [
      "a content that ends elsewhere is found but not exact",
      { attributions: [attribution("Ada Pole", ["Ada Pole"], ["said"], ["“It will"], "mixed")] },
      { attributions: tally(1, 0, 1), "exact content": tally(0, 1, 2), form: tally(0, 1, 1) },
    ],
    [
      "the halves of a quotation as two attributions are one right and one wrong",
      {
        attributions: [
          attribution("Ada Pole", ["Ada Pole"], ["said"], ["“It"]),
          attribution("Ada Pole", [], [], ["will rain,”"]),
        ],
      },
      { attributions: tally(1, 1, 1) },
    ],
    [
      "an attribution marked as a repetition counts neither way",
      {
        attributions: [
          ...perfect.attributions,
          { ...attribution("Ada Pole", ["Ada Pole"], ["said"], ["900 roofs"]), repeats: "“It will rain,”" },
        ],
      },
      { attributions: tally(2, 0, 0), repeats: tally(0, 1, 0) },
    ],
    [
      "marks of nobody taken for a quote",
      { quotes: [...perfect.quotes, quote("rain tax", "Officials")] },
      { quotes: tally(1, 1, 0), "marks left alone": tally(0, 0, 1) },
    ],
    [
      "a quote of somebody else",
      { quotes: [quote("It will rain,", "Officials")] },
      { quotes: tally(1, 0, 0), "quotes attributed": tally(0, 1, 1) },
    ],
    [
      "a claim that the gold does not have",
      { claims: [claim("The town of Wick has 900 roofs"), claim("said Ada Pole")] },
      { claims: tally(1, 1, 0) },
    ],
    [
      "a claim of a source is not the author's",
      { claims: [{ ...claim("The town of Wick has 900 roofs"), attribution: "x" }] },
      { claims: tally(0, 0, 1) },
    ],
    [
      "half a name is another actor; a name that says nothing is none",
      { actors: [actor("Pole"), actor("Officials", "group"), actor("Wick", "place")] },
      { actors: tally(1, 1, 1) },
    ],
    ["a title where there is none", { title: "Rain" }, { head: tally(2, 1, 1) }],
  ])("%s", (_, change, expected) => {
    expect(scoreArticle(gold, { ...perfect, ...change }).measures).toMatchObject(expected);
  });

  it("say where and what the disagreement is", () => {
    const wrong = attribution("Officials", ["Ada Pole"], ["said"], ["“It will rain,”"], "direct");
    const { disagreements } = scoreArticle(gold, {
      ...perfect,
      attributions: [wrong, ...perfect.attributions.slice(1)],
    });
    expect(disagreements).toEqual([
      {
        kind: "wrong actor",
        offset: 0,
        words: "[Ada Pole | said] “It will rain,”",
        detail: "Ada Pole, not Officials",
      },
    ]);
  });

  it("add up over articles", () => {
    const scores = [scoreArticle(gold, perfect), scoreArticle(gold, extraction({}))];
    expect(sumMeasures(scores).attributions).toEqual(tally(2, 0, 2));
  });
});
