import { describe, expect, it } from "vitest";
import { edgeStride, labelStride } from "#extraction/tagger/chain-steps.ts";
import { type LearnedWeights, meanWeights } from "#training/roles/learned-weights.ts";

/** Features with one weight each, for label 2, and how often they occur; one weight for all steps. */
const learned = (features: readonly (readonly [number, number, number])[], step: number): LearnedWeights => ({
  hashes: Int32Array.from([[0], ...features], ([hash = 0]) => hash),
  occurrences: Uint32Array.from([[0, 0, 0], ...features], ([, , count = 0]) => count),
  labels: Float32Array.from({ length: (features.length + 1) * labelStride }, (_, at) =>
    at % labelStride === 2 ? (features[Math.floor(at / labelStride) - 1]?.[1] ?? 0) : 0,
  ),
  edges: new Float32Array(edgeStride).fill(step),
});

describe("the mean of weights", () => {
  it.each<[string, LearnedWeights[], LearnedWeights]>([
    ["of one is itself", [learned([[7, 0.5, 3]], 1)], learned([[7, 0.5, 3]], 1)],
    [
      "is that of each feature, whatever its number",
      [
        learned(
          [
            [7, 0.5, 3],
            [-9, 1, 2],
          ],
          1,
        ),
        learned(
          [
            [-9, 2, 4],
            [7, 0.25, 1],
          ],
          2,
        ),
      ],
      learned(
        [
          [7, 0.375, 4],
          [-9, 1.5, 6],
        ],
        1.5,
      ),
    ],
    [
      "has nothing from those that do not know a feature",
      [learned([[7, 0.5, 3]], 1), learned([[8, 1, 5]], 0)],
      learned(
        [
          [7, 0.25, 3],
          [8, 0.5, 5],
        ],
        0.5,
      ),
    ],
  ])("%s", (_, parts, mean) => {
    expect(meanWeights(parts)).toEqual(mean);
  });

  it("is not there for none", () => {
    expect(() => meanWeights([])).toThrow("there are no weights to take the mean of");
  });
});
