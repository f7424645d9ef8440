import type { Model } from "../model/model.ts";

/** Classes of words that stand in similar places, by the hash of the form in lower case. */
export class WordClusters {
  /** Open addressing: hash of the form, and the cluster with that place's number; 0 for an empty place. */
  private readonly hashes: Int32Array;
  private readonly clusters: Uint16Array;

  /** Takes them from the model. @throws ModelFileError where they are missing */
  static from(model: Model): WordClusters {
    const hashes = model.numbers("roles/cluster-words", "int32");
    return new WordClusters(hashes, model.numbers("roles/clusters", "uint8", hashes.length));
  }

  /**
   * @param words hashes of forms in lower case, each once
   * @param ids the cluster of each, from 0 on
   */
  constructor(words: Int32Array, ids: Uint8Array | Uint16Array) {
    const size = 2 ** Math.ceil(Math.log2(words.length * 1.5 + 2));
    this.hashes = new Int32Array(size);
    this.clusters = new Uint16Array(size);
    for (let at = 0; at < words.length; at++) {
      const place = this.placeOf(words[at] as number);
      this.hashes[place] = words[at] as number;
      this.clusters[place] = (ids[at] as number) + 1;
    }
  }

  /** The cluster of a word, from 1 on; 0 for a word that is in none. */
  clusterOf(lower: number): number {
    return this.clusters[this.placeOf(lower)] as number;
  }

  private placeOf(hash: number): number {
    const { hashes, clusters } = this;
    const mask = hashes.length - 1;
    let place = hash & mask;
    while (clusters[place] !== 0 && hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }
}
