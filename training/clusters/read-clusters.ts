import { readFileSync } from "node:fs";
import { lowerHash } from "#extraction/syntax/word-forms.ts";

/** Words by the hash of their form in lower case, each hash once, and the cluster of each. */
export interface ClusteredWords {
  readonly hashes: Int32Array;
  readonly clusters: Uint8Array;
}

/** Reads the clusters of the project. */
export const readClusters = (): ClusteredWords =>
  parseClusters(readFileSync(new URL("./word-clusters.tsv", import.meta.url), "utf8"));

/**
 * Reads clusters, one a line with its words, most frequent first; lines that begin with `# ` are left aside. Of words with one
 * hash (numbers of as many digits) that counts which stands nearest to the beginning of its line.
 *
 * @throws RangeError where there are more than 256 clusters
 */
export function parseClusters(written: string): ClusteredWords {
  const lines = written.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  if (lines.length > 256) throw new RangeError(`${lines.length} clusters are too many, 256 is the most`);
  const found = new Map<number, readonly [cluster: number, rank: number]>();
  for (const [cluster, line] of lines.entries()) {
    for (const [rank, word] of line.split(" ").entries()) {
      const hash = lowerHash(word);
      if (rank < (found.get(hash)?.[1] ?? Number.POSITIVE_INFINITY)) found.set(hash, [cluster, rank]);
    }
  }
  const words = [...found].sort(([a], [b]) => a - b);
  return {
    hashes: Int32Array.from(words, ([hash]) => hash),
    clusters: Uint8Array.from(words, ([, [cluster]]) => cluster),
  };
}
