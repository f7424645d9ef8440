import { describe, expect, it } from "vitest";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { clusterVectors } from "#training/clusters/cluster-vectors.ts";
import { parseClusters, readClusters } from "#training/clusters/read-clusters.ts";

describe("grouping vectors", () => {
  const vectors = [
    [1, 0.1],
    [-1, 0.2],
    [9, 1],
    [-30, -2],
    [0.1, 0],
    [0, 0],
  ];

  it.each([1, 2, 3, 4])(
    "puts those together that point the same way, however long they are (seed %d)",
    (seed) => {
      const [a, b, c, d, e] = clusterVectors(vectors, 2, seed);
      expect([c, e, d]).toEqual([a, a, b]);
      expect(a).not.toBe(b);
    },
  );

  it("gives the same groups for the same seed, and one to a vector without direction", () => {
    expect(clusterVectors(vectors, 2, 7)).toEqual(clusterVectors(vectors, 2, 7));
    expect(clusterVectors(vectors, 2, 7)).toHaveLength(vectors.length);
  });
});

describe("the clusters of words", () => {
  it("are read one a line; numbers of as many digits are one word, in the cluster where it stands first", () => {
    const { hashes, clusters } = parseClusters("# About.\nferry boat 1999\n2004 mayor\n");
    const found = new WordClusters(hashes, clusters);
    const clusterOf = (word: string): number => found.clusterOf(lowerHash(word));
    expect(["ferry", "boat", "mayor", "2016", "Ferry", "tower"].map(clusterOf)).toEqual([1, 1, 2, 2, 1, 0]);
    expect([...hashes]).toEqual([...hashes].sort((a, b) => a - b));
  });

  it("are no more than fit in a byte", () => {
    expect(() => parseClusters("a\n".repeat(257))).toThrow("257 clusters are too many, 256 is the most");
  });

  it("of the project are 256, and hold what is alike", () => {
    const { hashes, clusters } = readClusters();
    expect(new Set(clusters).size).toBe(256);
    const found = new WordClusters(hashes, clusters);
    const clusterOf = (word: string): number => found.clusterOf(lowerHash(word));
    expect(clusterOf("tuesday")).toBe(clusterOf("wednesday"));
    expect(clusterOf("senator")).not.toBe(clusterOf("tuesday"));
  });
});
