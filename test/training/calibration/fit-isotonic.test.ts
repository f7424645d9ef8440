import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityAt } from "#extraction/calibration-table.ts";
import type { Outcome } from "#training/calibration/calibration.ts";
import { fitIsotonic } from "#training/calibration/fit-isotonic.ts";

/** One outcome for each figure: "1" right, "0" wrong, at scores 0, 1, 2, … */
const ascending = (figures: string): Outcome[] =>
  [...figures].map((figure, score) => ({ confidence: score, right: figure === "1" }));

describe("isotonic regression", () => {
  it.each([
    ["what ascends stays as it is", "01", { scores: [0, 1], probabilities: [0, 1] }],
    [
      "neighbours that fall are pooled at their mean",
      "0101",
      { scores: [0, 1.5, 3], probabilities: [0, 0.5, 1] },
    ],
    ["pooling goes on downwards", "110", { scores: [1], probabilities: [2 / 3] }],
    ["equal shares are one block", "0011", { scores: [0.5, 2.5], probabilities: [0, 1] }],
  ])("%s", (_, figures, table) => {
    expect(fitIsotonic(ascending(figures), 1)).toEqual(table);
  });

  it.each([
    ["a small block joins the one above", "000111", 4, { scores: [2.5], probabilities: [0.5] }],
    ["a small rest joins the one below", "00001", 2, { scores: [2], probabilities: [0.2] }],
    ["fewer outcomes than a block are one", "01", 20, { scores: [0.5], probabilities: [0.5] }],
  ])("%s", (_, figures, smallestBlock, table) => {
    expect(fitIsotonic(ascending(figures), smallestBlock)).toEqual(table);
  });

  it("refuses to fit nothing", () => {
    expect(() => fitIsotonic([])).toThrow(/no outcome/);
  });

  const outcome = fc.record({
    confidence: fc.double({ min: -50, max: 50, noNaN: true }),
    right: fc.boolean(),
  });

  it("gives probabilities that never fall", () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (given, smallest) => {
        const table = fitIsotonic(given, smallest);
        const scores = given.map(({ confidence }) => confidence).sort((a, b) => a - b);
        const probabilities = scores.map((score) => probabilityAt(table, score));
        for (const [index, probability] of probabilities.entries()) {
          expect(probability).toBeGreaterThanOrEqual((probabilities[index - 1] ?? 0) - 1e-9);
          expect(probability).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("the probability of a score", () => {
  const table = { scores: [0, 2], probabilities: [0.2, 0.8] };
  it.each([
    ["below the first knot", -5, 0.2],
    ["on a knot", 2, 0.8],
    ["between two knots", 0.5, 0.35],
    ["above the last", 9, 0.8],
  ])("%s", (_, score, probability) => {
    expect(probabilityAt(table, score)).toBeCloseTo(probability, 10);
  });
  it("is level where there is one knot", () => {
    expect(probabilityAt({ scores: [1], probabilities: [0.4] }, 0)).toBe(0.4);
  });
});
