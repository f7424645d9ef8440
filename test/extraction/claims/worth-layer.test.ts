import fc from "fast-check";
import { expect, it } from "vitest";
import { layerScorer } from "#extraction/claims/worth-layer.ts";

// Whole numbers, whose sums are the same in any order.
const number = fc.integer({ min: -8, max: 8 });
const numbers = (count: number) =>
  fc.array(number, { minLength: count, maxLength: count }).map((list) => Float32Array.from(list));

it("adds up units as one would by hand, however many there are", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }));
  const layers = sizes.chain(([units, count]) =>
    fc.record({
      weights: numbers(units * count),
      thresholds: numbers(units),
      out: numbers(units),
      bias: number,
      inputs: numbers(count),
      usual: fc.integer({ min: 0, max: count }),
    }),
  );
  fc.assert(
    fc.property(layers, fc.integer({ min: 1, max: 3 }), ({ inputs: all, usual, ...layer }, nth) => {
      const inputs = all.map((input, at) => (at % nth === 0 ? input : 0));
      const score = layerScorer(layer, usual);
      // Asked twice: what is left of one sentence must not count in the next.
      score(all);
      const units = layer.thresholds.length;
      const expected = [...layer.thresholds].reduce((sum, threshold, unit) => {
        const own = inputs.reduce(
          (to, input, at) => to + input * (layer.weights[at * units + unit] ?? 0),
          threshold,
        );
        return own > 0 ? sum + own * (layer.out[unit] ?? 0) : sum;
      }, layer.bias);
      expect(score(inputs)).toBe(expected);
    }),
  );
});
