import fc from "fast-check";
import { expect, it } from "vitest";
import { vectorKinds, vectorLength, WorthVectors } from "#extraction/claims/worth-vectors.ts";

const words = 40;
const hashes = Int32Array.from({ length: words }, (_, word) => 1000 + word);
const step = fc.integer({ min: -8, max: 7 });
const allSteps = fc
  .array(step, { minLength: words * vectorLength, maxLength: words * vectorLength })
  .map((steps) => Int8Array.from(steps));
const some = fc.array(fc.nat(words - 1), { maxLength: 30 });
const { nouns, subjects, greatest } = vectorKinds;

it("adds up vectors of two kinds as one would by hand, and keeps the greatest of each number", () => {
  fc.assert(
    fc.property(allSteps, some, some, (steps, first, second) => {
      const vectors = new WorthVectors(hashes, steps);
      const numbers = (word: number): number[] =>
        [...steps.subarray(word * vectorLength, (word + 1) * vectorLength)].map((one) => (one + 0.5) / 2);
      // What is left of one proposition must not count in the next.
      for (const [one, other] of [
        [second, first],
        [first, second],
      ] as const) {
        vectors.clear();
        for (const word of one) vectors.add(nouns, vectors.placeOf(1000 + word, 0));
        for (const word of other) vectors.add(subjects, vectors.placeOf(1000 + word, 0));
        vectors.sum(nouns, 0.25);
        vectors.sum(subjects, 1);
        vectors.sumGreatest();
      }
      const of = (kind: number): number[] => [
        ...vectors.sums.subarray(kind * vectorLength, (kind + 1) * vectorLength),
      ];
      const sum = (list: readonly number[], at: number): number =>
        list.reduce((total, word) => total + (numbers(word)[at] ?? 0), 0);
      const places = Array.from({ length: vectorLength }, (_, at) => at);
      expect(of(nouns)).toEqual(places.map((at) => sum(first, at) * 0.25));
      expect(of(subjects)).toEqual(places.map((at) => sum(second, at)));
      const all = [...first, ...second].map(numbers);
      const most = places.map((at) => (all.length === 0 ? 0 : Math.max(...all.map((one) => one[at] ?? 0))));
      expect(of(greatest)).toEqual(most);
    }),
  );
});

it("counts no more words of one kind than there is room for", () => {
  const vectors = new WorthVectors(hashes, new Int8Array(words * vectorLength));
  vectors.clear();
  for (let word = 0; word < 5000; word++) vectors.add(nouns, vectors.placeOf(1000, 0));
  vectors.sum(nouns, 1);
  expect(vectors.sums[0]).toBe(0.25 * vectors.count(nouns));
  expect(vectors.count(nouns)).toBeLessThan(5000);
});
