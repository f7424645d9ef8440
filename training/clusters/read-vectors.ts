import { readFileSync } from "node:fs";
import { vectorLength } from "#extraction/claims/worth-vectors.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { readClusters } from "./read-clusters.ts";

/** Words by the hash of their form in lower case, and their vectors in steps: a row a word, then a row a cluster. */
export interface VectoredWords {
  readonly hashes: Int32Array;
  readonly steps: Int8Array;
}

/** Reads the vectors of the project, and makes those of its clusters: the mean of their words'. */
export function readVectors(): VectoredWords {
  const words = parseVectors(readFileSync(new URL("./word-vectors.tsv", import.meta.url), "utf8"));
  const found = readClusters();
  const clusterOf = new Map([...found.hashes].map((hash, at) => [hash, found.clusters[at] ?? 0]));
  const count = Math.max(...found.clusters) + 1;
  const sums = Array.from({ length: count }, () => new Float64Array(vectorLength + 1));
  for (const [hash, steps] of words) {
    const sum = sums[clusterOf.get(hash) ?? -1];
    if (sum === undefined) continue;
    for (const [at, one] of steps.entries()) sum[at] = (sum[at] ?? 0) + one;
    sum[vectorLength] = (sum[vectorLength] ?? 0) + 1;
  }
  const means = sums.map((sum) =>
    Array.from(sum.subarray(0, vectorLength), (one) => Math.round(one / Math.max(1, sum[vectorLength] ?? 0))),
  );
  return {
    hashes: Int32Array.from(words.keys()),
    steps: Int8Array.from([...[...words.values()].map((steps) => [...steps]), ...means].flat()),
  };
}

/**
 * Reads vectors, one a line: the word, a tab, and a letter from a to p for each number, -8 to 7 steps; lines that begin
 * with `# ` are left aside. Of words with one hash the first one counts. In the order of the hashes.
 *
 * @throws Error where a line is no such line
 */
export function parseVectors(written: string): Map<number, Int8Array> {
  const found = new Map<number, Int8Array>();
  for (const line of written.split("\n")) {
    if (line === "" || line.startsWith("# ")) continue;
    const [word = "", letters = ""] = line.split("\t");
    if (letters.length !== vectorLength || !/^[a-p]+$/u.test(letters))
      throw new Error(`word-vectors.tsv: ${word} has no ${vectorLength} letters from a to p`);
    const hash = lowerHash(word);
    if (!found.has(hash))
      found.set(
        hash,
        Int8Array.from(letters, (letter) => letter.charCodeAt(0) - 105),
      );
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}
