import type { Model } from "../model/model.ts";
import { NumbersByHash } from "./numbers-by-hash.ts";

/** Classes of words that stand in similar places, by the hash of the form in lower case. */
export class WordClusters {
  private readonly clusters: NumbersByHash;

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
    this.clusters = new NumbersByHash(words.length);
    for (let at = 0; at < words.length; at++) this.clusters.put(words[at] as number, (ids[at] as number) + 1);
  }

  /** The cluster of a word, from 1 on; 0 for a word that is in none. */
  clusterOf(lower: number): number {
    return this.clusters.of(lower);
  }
}
