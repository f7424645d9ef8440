import { WordClusters } from "../tagger/word-clusters.ts";

/** Numbers of a word's vector. */
export const vectorLength = 32;
/** What one step of them is worth, in standard deviations. */
const step = 0.5;

/** The sum of so many numbers of vectors, from the sum of their steps: a number lies in the middle of its step. */
export const numberOf = (steps: number, count = 1): number => (steps + 0.5 * count) * step;

/** Vectors of words, and of clusters for the words that have none of their own. */
export class WorthVectors {
  private readonly rows: WordClusters;
  private readonly words: number;
  /**
   * The steps of all vectors, {@link vectorLength} a row: the words' first, then those of the clusters from 1 on. Kept as
   * they are: as the numbers that they stand for they would take four times as much of the processor's own memory.
   */
  readonly steps: Int8Array;

  /**
   * @param hashes of the words' forms in lower case, each once
   * @param steps a row a word, then a row a cluster
   */
  constructor(hashes: Int32Array, steps: Int8Array) {
    this.words = hashes.length;
    this.rows = new WordClusters(
      hashes,
      Uint16Array.from(hashes, (_, at) => at),
    );
    this.steps = steps;
  }

  /** Where the vector of a word begins in the steps of all; -1 where it has none. */
  placeOf(lower: number, cluster: number): number {
    const row = this.rows.clusterOf(lower);
    if (row > 0) return (row - 1) * vectorLength;
    const place = (this.words + cluster - 1) * vectorLength;
    return cluster > 0 && place < this.steps.length ? place : -1;
  }
}
