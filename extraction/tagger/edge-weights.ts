import { edgeStride, labelStride } from "./chain-steps.ts";
import type { LinearChain } from "./linear-chain.ts";
import { labelCount } from "./role-labels.ts";

/** Features that tell how likely one label is to follow another at a word. */
export const edgeFeatureCount = 4;

/** 128 in each byte, which each has added so that none is negative, and what the sum of a step has. */
const [added, addedToSum] = [0x80808080, 128 * edgeFeatureCount];
/** Numbers of four bytes in a row. */
const rowNumbers = edgeStride / 4;
/** The first and third byte of a number, with room for their sums. */
const firstAndThird = 0xff00ff;

/** Weights of features for steps from label to label: rows of one byte for each step, their number a power of two. */
export class EdgeWeights {
  /** Four bytes a number, so that two can be added at a time. */
  private readonly rows: Int32Array;
  /** The score and the factor of each sum that there can be. */
  private readonly scores: Float32Array;
  private readonly factors: Float32Array;

  /**
   * @param rows `edgeStride` numbers a row, label before by label
   * @param scale what a number is multiplied with
   */
  constructor(rows: Int8Array, scale: number) {
    this.rows = new Int32Array(rows.slice().buffer);
    for (let at = 0; at < this.rows.length; at++) this.rows[at] = (this.rows[at] as number) ^ added;
    const scores = Array.from({ length: 2 * addedToSum }, (_, sum) => (sum - addedToSum) * scale);
    this.scores = Float32Array.from(scores);
    this.factors = Float32Array.from(scores, Math.exp);
  }

  /** Adds up the weights of the features of the step to a word, and puts scores and factors into the chain. */
  score(features: Int32Array, chain: LinearChain, word: number): void {
    const { rows } = this;
    const mask = rows.length / rowNumbers - 1;
    let a = ((features[0] as number) & mask) * rowNumbers;
    let b = ((features[1] as number) & mask) * rowNumbers;
    let c = ((features[2] as number) & mask) * rowNumbers;
    let d = ((features[3] as number) & mask) * rowNumbers;
    let at = word * edgeStride;
    for (let before = 0; before < labelCount; before++) {
      const a0 = rows[a++] as number;
      const b0 = rows[b++] as number;
      const c0 = rows[c++] as number;
      const d0 = rows[d++] as number;
      const to02 = sumOf(a0, b0, c0, d0);
      const to13 = sumOf(a0 >>> 8, b0 >>> 8, c0 >>> 8, d0 >>> 8);
      const a4 = rows[a++] as number;
      const b4 = rows[b++] as number;
      const c4 = rows[c++] as number;
      const d4 = rows[d++] as number;
      this.put(chain, at, to02 & 0xffff);
      this.put(chain, at + 1, to13 & 0xffff);
      this.put(chain, at + 3, to13 >>> 16);
      this.put(chain, at + 5, sumOf(a4 >>> 8, b4 >>> 8, c4 >>> 8, d4 >>> 8) & 0xffff);
      // Only a label of the same role is gone on with.
      if (before > 4) this.put(chain, at + 6, sumOf(a4, b4, c4, d4) >>> 16);
      else if (before > 2) this.put(chain, at + 4, sumOf(a4, b4, c4, d4) & 0xffff);
      else if (before > 0) this.put(chain, at + 2, to02 >>> 16);
      at += labelStride;
    }
  }

  private put({ edge, edgeFactor }: LinearChain, at: number, sum: number): void {
    edge[at] = this.scores[sum] as number;
    edgeFactor[at] = this.factors[sum] as number;
  }
}

/** The sums of the first and of the third bytes of four numbers, 16 bits each. */
const sumOf = (a: number, b: number, c: number, d: number): number =>
  (a & firstAndThird) + (b & firstAndThird) + (c & firstAndThird) + (d & firstAndThird);
