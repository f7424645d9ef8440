import fc from "fast-check";
import { expect, it } from "vitest";
import { WorthWeights, worthBits, worthPlace } from "#extraction/claims/worth-weights.ts";

const weights = Int8Array.from({ length: 2 ** worthBits }, (_, place) => (place % 255) - 127);
const known = new WorthWeights(weights);
// Few different ones, so that many stand twice.
const features = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer()), { maxLength: 5000 });

it("adds up the weights of features, each once, and counts those that are not 0, however many there are", () => {
  fc.assert(
    fc.property(features, (keys) => {
      const places = [...new Set(keys.map(worthPlace))];
      known.keysFor(keys.length).set(keys);
      expect(known.sum(keys.length)).toBe(places.reduce((sum, place) => sum + (weights[place] ?? 0), 0));
      expect(known.known).toBe(places.filter((place) => weights[place] !== 0).length);
    }),
  );
});
