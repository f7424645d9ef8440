import { labelStride } from "./chain-steps.ts";
import type { FeatureList } from "./feature-list.ts";
import type { LinearChain } from "./linear-chain.ts";

/**
 * Weights of features for labels as they are shipped: rows of eight bytes whose number is a power of two. Seven bytes are weights of
 * -128 to 127, with 128 added; the eighth is the upper byte of the feature's hash, which tells the feature from others
 * that fall on the same row. A feature without weights falls on a row of zeros (128) or of another feature.
 */
export class LabelWeights {
  private readonly rows: Int32Array;
  private readonly scale: number;
  private readonly sums = labelSums();
  /** Kept, so that what {@link LabelWeights.gather} reads is not left out as of no use. */
  protected seen = 0;

  /**
   * @param rows two numbers a row, low bytes first
   * @param scale what a weight is multiplied with
   */
  constructor(rows: Int32Array, scale: number) {
    this.rows = rows;
    this.scale = scale;
  }

  /** Adds up the weights of the features of a word, at most 256, and puts the seven sums into the chain. */
  score(list: FeatureList, chain: LinearChain, word: number): void {
    this.sums.fill(0);
    this.add(list, this.sums);
    this.put(this.sums, chain, word);
  }

  /** Adds the weights of features, at most 256 with those that are in them already, to the {@link labelSums}. */
  add({ hashes, length }: FeatureList, sums: Int32Array): void {
    const { rows } = this;
    const mask = rows.length / 2 - 1;
    this.gather(hashes, length);
    // Two sums of 16 bits in each number: 256 times 255 is less than 65,536.
    let sum02 = sums[0] as number;
    let sum13 = sums[1] as number;
    let sum46 = sums[2] as number;
    let sum5 = sums[3] as number;
    let found = sums[4] as number;
    for (let feature = 0; feature < length; feature++) {
      const hash = hashes[feature] as number;
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
    sums[0] = sum02;
    sums[1] = sum13;
    sums[2] = sum46;
    sums[3] = sum5;
    sums[4] = found;
  }

  /**
   * Looks at the rows of features and does nothing with them. Rows lie all over memory; read one behind the other, with nothing
   * else to do between them, many are on their way at a time: a quarter quicker where other steps have filled the cache.
   */
  private gather(hashes: Int32Array, length: number): void {
    const { rows } = this;
    const mask = rows.length / 2 - 1;
    let seen = 0;
    let feature = 0;
    for (; feature + 3 < length; feature += 4) {
      const a = rows[((hashes[feature] as number) & mask) << 1] as number;
      const b = rows[((hashes[feature + 1] as number) & mask) << 1] as number;
      const c = rows[((hashes[feature + 2] as number) & mask) << 1] as number;
      const d = rows[((hashes[feature + 3] as number) & mask) << 1] as number;
      seen ^= a ^ b ^ c ^ d;
    }
    for (; feature < length; feature++) seen ^= rows[((hashes[feature] as number) & mask) << 1] as number;
    this.seen = seen;
  }

  /** Puts the seven sums of a word into the chain. */
  put(sums: Int32Array, { emission: scores }: LinearChain, word: number): void {
    const { scale } = this;
    const at = word * labelStride;
    const [sum02, sum13, sum46, sum5] = [
      sums[0] as number,
      sums[1] as number,
      sums[2] as number,
      sums[3] as number,
    ];
    const none = (sums[4] as number) * 128;
    scores[at] = ((sum02 & 0xffff) - none) * scale;
    scores[at + 1] = ((sum13 & 0xffff) - none) * scale;
    scores[at + 2] = ((sum02 >>> 16) - none) * scale;
    scores[at + 3] = ((sum13 >>> 16) - none) * scale;
    scores[at + 4] = ((sum46 & 0xffff) - none) * scale;
    scores[at + 5] = (sum5 - none) * scale;
    scores[at + 6] = ((sum46 >>> 16) - none) * scale;
  }
}

/** Room for the sums of weights for the labels, packed as {@link LabelWeights.add} adds them up, and how many there are. */
export const labelSums = (): Int32Array => new Int32Array(5);
