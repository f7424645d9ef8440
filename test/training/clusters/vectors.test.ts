import { describe, expect, it } from "vitest";
import { vectorKinds, vectorLength, WorthVectors } from "#extraction/claims/worth-vectors.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { principalAxes } from "#training/clusters/principal-axes.ts";
import { parseVectors, readVectors } from "#training/clusters/read-vectors.ts";

describe("principal axes", () => {
  it("are those along which vectors vary most, the first one most of all", () => {
    const vectors = [
      [3, 3, 1],
      [-1, -1, 1],
      [1.5, 0.5, 1],
      [0.5, 1.5, 1],
    ];
    const { mean, axes } = principalAxes(vectors);
    expect(mean).toEqual([1, 1, 1]);
    expect(axes.map(({ variance }) => Math.round(variance * 1000) / 1000)).toEqual([4, 0.25, 0]);
    expect(axes[0]?.direction.map((one) => one.toFixed(3))).toEqual(["0.707", "0.707", "0.000"]);
  });
});

/** The sum of a word's vector alone. */
function vectorOf(vectors: WorthVectors, word: string, cluster: number): Float32Array {
  vectors.clear();
  vectors.add(vectorKinds.nouns, vectors.placeOf(lowerHash(word), cluster));
  vectors.sum(vectorKinds.nouns, 1);
  return vectors.sums.slice(0, vectorLength);
}

describe("the vectors of words", () => {
  const letters = (letter: string): string => letter.repeat(vectorLength);

  it("are read one a line, a letter a number; of words with one hash the first one counts", () => {
    const found = parseVectors(
      `# About.\nferry\t${letters("a")}\n1999\t${letters("p")}\n2004\t${letters("i")}\n`,
    );
    expect(found.get(lowerHash("ferry"))?.[0]).toBe(-8);
    expect(found.get(lowerHash("2016"))?.[vectorLength - 1]).toBe(7);
    expect([...found.keys()]).toEqual([lowerHash("ferry"), lowerHash("1999")].sort((a, b) => a - b));
  });

  it.each(["ferry", "ferry\tabc", `ferry\t${letters("z")}`])("%j is refused", (line) => {
    expect(() => parseVectors(`${line}\n`)).toThrow("word-vectors.tsv: ferry has no 32 letters from a to p");
  });

  it("are those of the word, else of its cluster, else none", () => {
    const hashes = Int32Array.of(lowerHash("ferry"));
    const steps = new Int8Array(3 * vectorLength).fill(1, 0, vectorLength).fill(-2, 2 * vectorLength);
    const vectors = new WorthVectors(hashes, steps);
    expect(vectorOf(vectors, "ferry", 2)[0]).toBe(0.75);
    expect(vectorOf(vectors, "boat", 2)[0]).toBe(-0.75);
    expect(vectors.placeOf(lowerHash("boat"), 0)).toBe(0);
    expect(vectors.placeOf(lowerHash("boat"), 3)).toBe(0);
  });

  it("of the project put words that mean alike near each other", () => {
    const { hashes, steps } = readVectors();
    const vectors = new WorthVectors(hashes, steps);
    const near = (one: string, other: string): number => {
      const [a, b] = [vectorOf(vectors, one, 0), vectorOf(vectors, other, 0)];
      return (
        a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / Math.hypot(...a) / Math.hypot(...b)
      );
    };
    expect(near("million", "billion")).toBeGreaterThan(near("million", "evening") + 0.3);
    expect(near("tax", "taxes")).toBeGreaterThan(near("tax", "river") + 0.3);
  });
});
