import { describe, expect, it } from "vitest";
import { layerScorer } from "#extraction/claims/worth-layer.ts";
import { learnLayer } from "#training/claims/learn-layer.ts";

const training = {
  hidden: 8,
  rounds: 60,
  rate: 0.02,
  decay: 1e-4,
  dropInputs: 0,
  dropHidden: 0,
  batch: 8,
};
// Yes where one of the two holds and not both: no weighted sum of the inputs can tell that.
const examples = Array.from({ length: 64 }, (_, at) => {
  const [a, b] = [at & 1, (at >> 1) & 1];
  return { worthy: a !== b, inputs: Float32Array.of(a, b, 1) };
});

describe("a hidden layer", () => {
  it("learns what a sum of its inputs cannot tell", () => {
    const score = layerScorer(learnLayer(examples, training, 1));
    for (const { worthy, inputs } of examples) expect(score(inputs) > 0).toBe(worthy);
  });

  it("is the same for the same seed, with inputs and units left out at random too", () => {
    const dropping = { ...training, rounds: 2, dropInputs: 0.2, dropHidden: 0.5 };
    expect(learnLayer(examples, dropping, 1)).toEqual(learnLayer(examples, dropping, 1));
    expect(learnLayer(examples, dropping, 2)).not.toEqual(learnLayer(examples, dropping, 1));
  });

  it("gives no weight to an input that is always the same", () => {
    const { weights, thresholds } = learnLayer(examples, training, 1);
    expect([...weights.subarray(2 * thresholds.length)].every((weight) => weight === 0)).toBe(true);
  });

  it("adds up its units, each 0 below its threshold", () => {
    const score = layerScorer({
      weights: Float32Array.of(1, -1, 2, 0),
      thresholds: Float32Array.of(0, -1),
      out: Float32Array.of(0.5, 3),
      bias: -0.25,
    });
    expect(score(Float32Array.of(1, 2))).toBe(0.5 * 5 - 0.25);
    expect(score(Float32Array.of(-4, 0))).toBe(3 * 3 - 0.25);
  });
});
