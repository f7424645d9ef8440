import { labelStride } from "#extraction/tagger/chain-steps.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";

/** Weights rounded to one byte: what comes nearest to -128 to 127 times `scale`. */
export const toBytes = (weights: Float32Array, scale: number): Int8Array =>
  Int8Array.from(weights, (weight) => toByte(weight, scale));

const toByte = (weight: number, scale: number): number =>
  Math.max(-128, Math.min(127, Math.round(weight / scale)));

/**
 * Packs the weights of features in the form that `LabelWeights` reads. Of features that fall on one row the one stays that
 * does most: whose largest weight, times the root of its number of occurrences, is the largest.
 *
 * @param hashes the hash of each feature
 * @param weights `labelStride` places a feature
 * @param occurrences of each feature
 * @param size how many rows there are, a power of two
 */
export function packLabelWeights(
  hashes: Int32Array,
  weights: Float32Array,
  occurrences: Uint32Array,
  size: number,
  scale: number,
): Int32Array {
  const packed = new Int32Array(2 * size);
  for (let row = 0; row < size; row++) setRow(packed, row, 0x808080, 0x80808080);
  const most = new Float32Array(size);
  for (let feature = 1; feature < hashes.length; feature++) {
    const from = feature * labelStride;
    let largest = 0;
    for (let label = from; label < from + labelCount; label++)
      largest = Math.max(largest, Math.abs(weights[label] as number));
    if (largest < scale / 2) continue;
    const effect = largest * Math.sqrt(occurrences[feature] as number);
    const hash = hashes[feature] as number;
    const row = hash & (size - 1);
    if (effect <= (most[row] as number)) continue;
    most[row] = effect;
    const bytes = Array.from(
      { length: labelCount },
      (_, label) => toByte(weights[from + label] as number, scale) + 128,
    );
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = bytes;
    setRow(packed, row, (hash & 0xff000000) | (g << 16) | (f << 8) | e, (d << 24) | (c << 16) | (b << 8) | a);
  }
  return packed;
}

function setRow(packed: Int32Array, row: number, high: number, low: number): void {
  packed[2 * row] = low;
  packed[2 * row + 1] = high;
}
