import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibration, type Outcome } from "#training/calibration/calibration.ts";

const outcomes = (confidence: number, right: number, wrong: number): Outcome[] => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

describe("calibration", () => {
  it.each([
    ["as often right as they say", outcomes(0.75, 3, 1), { expectedError: 0, brier: 0.1875 }],
    ["sure and always wrong", outcomes(1, 0, 4), { expectedError: 1, brier: 1 }],
    [
      "too sure in one bin and right in another, by their counts",
      [...outcomes(0.9, 2, 2), ...outcomes(0.5, 6, 6)],
      { expectedError: 0.1, brier: (2 * 0.01 + 2 * 0.81 + 12 * 0.25) / 16 },
    ],
    ["no outcome", [], { expectedError: 0, brier: 0 }],
  ])("of confidences that are %s", (_, given, { expectedError, brier }) => {
    const result = calibration(given);
    expect(result.expectedError).toBeCloseTo(expectedError, 10);
    expect(result.brier).toBeCloseTo(brier, 10);
  });

  it("counts a confidence on a border in the bin above, and 1 in the last", () => {
    const { bins } = calibration([...outcomes(0.5, 1, 0), ...outcomes(0.49, 0, 1), ...outcomes(1, 1, 0)], 2);
    expect(bins).toEqual([
      { from: 0, to: 0.5, count: 1, confidence: 0.49, right: 0 },
      { from: 0.5, to: 1, count: 2, confidence: 0.75, right: 1 },
    ]);
  });

  it("says that an empty bin is empty", () => {
    expect(calibration(outcomes(0.9, 1, 0), 2).bins[0]).toMatchObject({
      count: 0,
      confidence: null,
      right: null,
    });
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses %d", (confidence) => {
    expect(() => calibration([{ confidence, right: true }])).toThrow(/between 0 and 1/);
  });

  it("puts every outcome in one bin", () => {
    const outcome = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(outcome), fc.integer({ min: 1, max: 20 }), (given, binCount) => {
        const { bins, expectedError } = calibration(given, binCount);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        expect(expectedError).toBeGreaterThanOrEqual(0);
        expect(expectedError).toBeLessThanOrEqual(1);
      }),
    );
  });
});
