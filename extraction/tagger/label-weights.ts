import { labelStride } from "./chain-steps.ts";
import { FeatureList } from "./feature-list.ts";
import { LabelSums, type SumPlace, sumPlaces } from "./label-sums.ts";
import type { LinearChain } from "./linear-chain.ts";
import { labelCount } from "./role-labels.ts";

/**
 * Weights of features for labels as they are shipped: rows of eight bytes whose number is a power of two. Seven bytes are weights of
 * -128 to 127, with 128 added; the eighth is the upper byte of the feature's hash, which tells the feature from others
 * that fall on the same row. A feature without weights falls on a row of zeros (128) or of another feature.
 */
export class LabelWeights {
  private readonly sums: LabelSums;
  private readonly scale: number;

  /**
   * @param rows two numbers a row, low bytes first
   * @param scale what a weight is multiplied with
   */
  constructor(rows: Int32Array, scale: number) {
    this.sums = new LabelSums(rows);
    this.scale = scale;
  }

  /** A list of features that lies where their weights are added up. */
  list(): FeatureList {
    return new FeatureList(this.sums.names);
  }

  /** Adds up the weights of the features of a word, at most 256, and puts the seven sums into the chain. */
  score(list: FeatureList, chain: LinearChain, word: number): void {
    this.add(list, sumPlaces.nothing, sumPlaces.nothing, sumPlaces.third);
    this.put(sumPlaces.third, chain, word);
  }

  /** Makes the sums at `to` those at `a` and `b` and the weights of features; of at most 256 of them in all. */
  add({ hashes, length }: FeatureList, a: SumPlace, b: SumPlace, to: SumPlace): void {
    const { names } = this.sums;
    if (hashes !== names) names.set(hashes);
    this.sums.add(length, a, b, to);
  }

  /** Puts the seven sums at a place into the chain. */
  put(place: SumPlace, { emission: scores }: LinearChain, word: number): void {
    const { scale } = this;
    const { sums } = this.sums;
    const from = place / 2;
    const at = word * labelStride;
    for (let label = 0; label < labelCount; label++)
      scores[at + label] = (sums[from + label] as number) * scale;
  }
}
