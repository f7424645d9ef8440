import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WorthModel } from "#extraction/claims/worth-model.ts";
import { WorthVectors } from "#extraction/claims/worth-vectors.ts";
import { figureKind, readWorthWords } from "#extraction/claims/worth-words.ts";
import { modelOf } from "#extraction/model/model.ts";
import { shippedTaggers } from "#extraction/taggers.ts";
import { fitSigmoid } from "#training/claims/fit-sigmoid.ts";
import { trainWorth } from "#training/claims/train-worth.ts";
import { parseJudged, worthExamples } from "#training/claims/worth-corpus.ts";
import { readVectors } from "#training/clusters/read-vectors.ts";

const taggers = shippedTaggers();
const towns = ["Norvale", "Port Ellery", "Casterham", "Dunmere", "Osterley", "Brackwater"];
const sentences = towns.flatMap((town, at) => [
  { number: at * 10 + 1, worthy: true, text: `Taxes in ${town} rose by ${at + 3} percent last year.` },
  { number: at * 10 + 2, worthy: false, text: `I want to thank everybody in ${town} for this evening.` },
]);
const training = {
  linear: { rounds: 10, rate: 0.2, decay: 1e-5, fewest: 1, runs: 2 },
  layer: { hidden: 4, rounds: 20, rate: 0.01, decay: 1e-3, dropInputs: 0.2, dropHidden: 0.2, batch: 4 },
};
const words = readVectors();
const examples = worthExamples(sentences, taggers, new WorthVectors(words.hashes, words.steps));
const train = (seed = 1) => trainWorth({ train: examples, dev: [] }, words, training, seed);

describe("a model of check-worthiness", () => {
  it("tells what it has learned from what it has not seen, names aside", () => {
    const model = new WorthModel(modelOf(train(), [], "small"));
    const rate = (text: string): number => model.probability(readWorthWords(text, taggers));
    expect(rate("Taxes in Ulmstead rose by 20 percent last year.")).toBeGreaterThan(0.6);
    expect(rate("I want to thank everybody in Ulmstead.")).toBeLessThan(0.4);
    expect(rate("")).toBe(0);
  });

  it("has the same weights for the same seed, and others for another", () => {
    expect(train()).toEqual(train());
    expect(train(2)).not.toEqual(train());
  });

  it("gives a probability for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const worth = taggers.worth.probability(readWorthWords(text, taggers));
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ["2003", 1],
  ["1980s", 2],
  ["3.5", 3],
  ["33,000", 4],
  ["7", 5],
  ["40", 6],
  ["$250", 7],
  ["12000", 8],
  ["seven", 0],
])("%s is a figure of kind %i", (form, kind) => {
  expect(figureKind(form)).toBe(kind);
});

describe("judged sentences", () => {
  const head = "Sentence_id\tText\tclass_label\n";

  it.each([
    ["12\tTaxes rose.\tYes\n", [{ number: 12, text: "Taxes rose.", worthy: true }]],
    ['3\t"He said ""no"", twice."\tNo\r\n', [{ number: 3, text: 'He said "no", twice.', worthy: false }]],
    [
      "1\tOne.\tNo2\tTwo.\tYes",
      [
        { number: 1, text: "One.", worthy: false },
        { number: 2, text: "Two.", worthy: true },
      ],
    ],
    ["", []],
  ])("are read from %j", (lines, expected) => {
    expect(parseJudged(head + lines, "x.tsv")).toEqual(expected);
  });

  it.each(["one\tText.\tYes", "1\tText.", "1\tText.\tMaybe", "1\tText.\tYes\tmore"])(
    "%j is refused with its line",
    (line) => {
      expect(() => parseJudged(head + line, "x.tsv")).toThrow(
        "x.tsv:2: is not number, text and Yes or No with tabs between",
      );
    },
  );
});

it("an outcome counts for a sigmoid as much as its weight says", () => {
  const outcomes = [
    ...Array.from({ length: 30 }, () => ({ score: 0, right: true, weight: 0.1 })),
    ...Array.from({ length: 30 }, () => ({ score: 0, right: false, weight: 1.9 })),
  ];
  const { intercept } = fitSigmoid(outcomes);
  expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(0.08, 1);
});

it("a sigmoid gives back the line that outcomes were drawn with", () => {
  const outcomes = Array.from({ length: 4000 }, (_, at) => {
    const score = ((at % 81) - 40) / 10;
    const share = 1 / (1 + Math.exp(-(1.5 * score - 0.5)));
    return { score, right: (Math.floor(at / 81) * 0.618) % 1 < share };
  });
  const { slope, intercept } = fitSigmoid(outcomes);
  expect(slope).toBeCloseTo(1.5, 0);
  expect(intercept).toBeCloseTo(-0.5, 0);
});
