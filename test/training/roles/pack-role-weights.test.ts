import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeStride, labelStride } from "#extraction/tagger/chain-steps.ts";
import { EdgeWeights } from "#extraction/tagger/edge-weights.ts";
import { FeatureList } from "#extraction/tagger/feature-list.ts";
import { LabelWeights } from "#extraction/tagger/label-weights.ts";
import { LinearChain } from "#extraction/tagger/linear-chain.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";
import { packLabelWeights, toBytes } from "#training/roles/pack-role-weights.ts";

const scale = 1 / 64;
const byte = fc.integer({ min: -128, max: 127 });
const row = fc.array(byte, { minLength: labelCount, maxLength: labelCount });

/** Weights of features in the trainer's form, the first place not used. */
const padded = (rows: readonly (readonly number[])[]): Float32Array =>
  Float32Array.from(
    [[], ...rows].flatMap((weights) => [...weights, 0, 0, 0, 0, 0, 0, 0, 0].slice(0, labelStride)),
    (value) => value * scale,
  );

function scoresOf(packed: Int32Array, features: readonly number[]): number[] {
  const list = new FeatureList();
  list.hashes.set(features);
  list.length = features.length;
  const chain = new LinearChain();
  chain.reserve(2);
  new LabelWeights(packed, 1).score(list, chain, 1);
  return [...chain.emission.subarray(labelStride, labelStride + labelCount)];
}

describe("weights for labels", () => {
  it("add up as they were before they were packed, whatever the features", () => {
    // Features on rows of their own, some of them not in the table, which ask for row 0 too, some more than once.
    const features = fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        features,
        fc.array(row, { minLength: 40, maxLength: 40 }),
        fc.nat(),
        (places, rows, seed) => {
          const hashes = places.map((place, at) => (((seed + at) & 0xff) << 24) | place);
          const weights = padded(rows.slice(0, hashes.length));
          const counts = new Uint32Array(hashes.length + 1).fill(1);
          const packed = packLabelWeights(Int32Array.of(0, ...hashes), weights, counts, 256, scale);
          const asked = [...hashes, ...hashes, 0x01000100, ...hashes.map((hash) => hash ^ 0x40000000)];
          const sums = Array.from({ length: labelCount }, (_, label) =>
            hashes.reduce((sum, _, at) => sum + 2 * (rows[at]?.[label] ?? 0), 0),
          );
          expect(scoresOf(packed, asked)).toEqual(sums);
        },
      ),
    );
  });

  it("have room for the most features with the largest weights", () => {
    const packed = packLabelWeights(
      Int32Array.of(0, 7),
      padded([[127, -128, 127, -128, 127, -128, 127]]),
      Uint32Array.of(0, 1),
      16,
      scale,
    );
    const many = Array.from({ length: 256 }, () => 7);
    expect(scoresOf(packed, many)).toEqual([127, -128, 127, -128, 127, -128, 127].map((one) => one * 256));
  });

  it("of two features on one row are those of the one that does more", () => {
    const weights = padded([
      [9, 0, 0, 0, 0, 0, 0],
      [4, 0, 0, 0, 0, 0, 0],
    ]);
    const [rare, often] = [0x01000003, 0x02000003];
    const packed = packLabelWeights(
      Int32Array.of(0, rare, often),
      weights,
      Uint32Array.of(0, 1, 9),
      16,
      scale,
    );
    expect(scoresOf(packed, [often])).toEqual([4, 0, 0, 0, 0, 0, 0]);
    expect(scoresOf(packed, [rare])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("keep to their bounds", () => {
    expect([...toBytes(Float32Array.of(0.5, -0.5, 9, -9, 0.007, 0.008), scale)]).toEqual([
      32, -32, 127, -128, 0, 1,
    ]);
  });
});

it("weights for steps add up over the features, rows being found by the lower bits", () => {
  const rows = Int8Array.from({ length: 4 * edgeStride }, (_, at) => (at * 37) % 128);
  const chain = new LinearChain();
  chain.reserve(2);
  new EdgeWeights(rows, scale).score(Int32Array.of(1, 6, 8, 1), chain, 1);
  const at = 3 * labelStride + 4;
  const [zero = 0, one = 0, two = 0] = [0, 1, 2].map((row) => rows[row * edgeStride + at]);
  const expected = (zero + 2 * one + two) * scale;
  expect(chain.edge[edgeStride + at]).toBe(expected);
  expect(chain.edgeFactor[edgeStride + at]).toBeCloseTo(Math.exp(expected), 4);
});
