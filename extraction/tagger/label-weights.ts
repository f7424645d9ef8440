import { edgeStride, labelStride } from "./linear-chain.ts";

/**
 * Weights of features for labels as they are shipped: rows of eight bytes whose number is a power of two. Seven bytes are weights of
 * -128 to 127, with 128 added; the eighth is the upper byte of the feature's hash, which tells the feature from others
 * that fall on the same row. A feature without weights falls on a row of zeros (128) or of another feature.
 */
export class LabelWeights {
  private readonly rows: Int32Array;

  /** @param rows two numbers a row, low bytes first */
  constructor(rows: Int32Array) {
    this.rows = rows;
  }

  /**
   * Adds up the weights of the first `count` features, at most 256, and puts them, multiplied with `scale`, into
   * `scores` from `at` on, seven of them.
   */
  score(features: Int32Array, count: number, scale: number, scores: Float64Array, at: number): void {
    const { rows } = this;
    const mask = rows.length / 2 - 1;
    // Two sums of 16 bits in each number: 256 times 255 is less than 65,536.
    let sum02 = 0;
    let sum13 = 0;
    let sum46 = 0;
    let sum5 = 0;
    let found = 0;
    for (let feature = 0; feature < count; feature++) {
      const hash = features[feature] as number;
      const row = (hash & mask) << 1;
      const high = rows[row + 1] as number;
      // All ones where the upper bytes agree, else 0: a branch would be guessed wrong as often as not.
      const same = (((high ^ hash) >>> 24) - 1) >> 31;
      const low = (rows[row] as number) & same;
      sum02 += low & 0xff00ff;
      sum13 += (low >>> 8) & 0xff00ff;
      sum46 += high & 0xff00ff & same;
      sum5 += (high >>> 8) & 0xff & same;
      found -= same;
    }
    const none = found * 128;
    scores[at] = ((sum02 & 0xffff) - none) * scale;
    scores[at + 1] = ((sum13 & 0xffff) - none) * scale;
    scores[at + 2] = ((sum02 >>> 16) - none) * scale;
    scores[at + 3] = ((sum13 >>> 16) - none) * scale;
    scores[at + 4] = ((sum46 & 0xffff) - none) * scale;
    scores[at + 5] = (sum5 - none) * scale;
    scores[at + 6] = ((sum46 >>> 16) - none) * scale;
  }
}

/** Weights of features for steps from label to label: rows of one byte for each step, their number a power of two. */
export class EdgeWeights {
  private readonly rows: Int8Array;

  /** @param rows `edgeStride` numbers a row, label before by label */
  constructor(rows: Int8Array) {
    this.rows = rows;
  }

  /** Adds up the weights of all features and puts them, multiplied with `scale`, into `scores` from `at` on. */
  score(features: Int32Array, labels: number, scale: number, scores: Float32Array, at: number): void {
    const { rows } = this;
    const mask = rows.length / edgeStride - 1;
    for (let before = 0; before < labels; before++) {
      const from = before * labelStride;
      for (let step = from; step < from + labels; step++) {
        let sum = 0;
        for (let feature = 0; feature < features.length; feature++)
          sum += rows[((features[feature] as number) & mask) * edgeStride + step] as number;
        scores[at + step] = sum * scale;
      }
    }
  }
}
