import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeStride, labelStride } from "#extraction/tagger/chain-steps.ts";
import { LinearChain } from "#extraction/tagger/linear-chain.ts";
import { labelCount, mayFollow } from "#extraction/tagger/role-labels.ts";

/** All sequences of labels that are allowed. */
function sequencesOf(length: number): number[][] {
  if (length === 0) return [[]];
  return sequencesOf(length - 1).flatMap((before) =>
    Array.from({ length: labelCount }, (_, label) => label)
      .filter((label) => mayFollow(before.at(-1) ?? 0, label))
      .map((label) => [...before, label]),
  );
}

const score = fc.integer({ min: -80, max: 80 }).map((tenths) => tenths / 10);
const scores = (count: number) => fc.array(score, { minLength: count, maxLength: count });
const problem = fc.record({
  length: fc.integer({ min: 1, max: 4 }),
  emission: scores(4 * labelStride),
  edge: scores(4 * edgeStride),
});
type Problem = typeof problem extends fc.Arbitrary<infer Found> ? Found : never;

function chainOf({ length, emission, edge }: Problem): LinearChain {
  const chain = new LinearChain();
  chain.reserve(length);
  chain.emission.set(emission.slice(0, length * labelStride));
  chain.edge.set(edge.slice(0, length * edgeStride));
  chain.exponentiateSteps(length);
  return chain;
}

const scoreOf = (chain: LinearChain, sequence: readonly number[]): number =>
  sequence.reduce((sum, label, word) => {
    const step =
      word === 0 ? 0 : (chain.edge[word * edgeStride + (sequence[word - 1] ?? 0) * labelStride + label] ?? 0);
    return sum + step + (chain.emission[word * labelStride + label] ?? 0);
  }, 0);

describe("a linear chain", () => {
  it("finds the best of all sequences", () => {
    fc.assert(
      fc.property(problem, (given) => {
        const chain = chainOf(given);
        const found = new Uint8Array(given.length + 2).fill(99);
        chain.viterbi(given.length, found, 1);
        expect([found[0], found.at(-1)]).toEqual([99, 99]);
        const best = Math.max(...sequencesOf(given.length).map((one) => scoreOf(chain, one)));
        expect(scoreOf(chain, [...found.subarray(1, -1)])).toBeCloseTo(best, 4);
      }),
    );
  });

  it("finds how probable each label and each step is, and the sum over all sequences", () => {
    fc.assert(
      fc.property(problem, (given) => {
        const chain = chainOf(given);
        const sequences = sequencesOf(given.length);
        const weights = sequences.map((one) => Math.exp(scoreOf(chain, one)));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        chain.forwardBackward(given.length);
        expect(chain.logarithmOfAll(given.length)).toBeCloseTo(Math.log(total), 4);
        const share = (holds: (sequence: readonly number[]) => boolean): number =>
          sequences.reduce((sum, one, at) => sum + (holds(one) ? (weights[at] ?? 0) : 0), 0) / total;
        for (let word = 0; word < given.length; word++) {
          for (let label = 0; label < labelCount; label++) {
            const expected = share((sequence) => sequence[word] === label);
            expect(chain.marginal[word * labelStride + label]).toBeCloseTo(expected, 4);
            if (word === 0 || !mayFollow(1, label)) continue;
            const step = share((sequence) => sequence[word - 1] === 1 && sequence[word] === label);
            expect(chain.edgeMarginal(word, 1, label)).toBeCloseTo(step, 4);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("stays finite and sums to one where scores are far apart and the sequence is long", () => {
    const length = 500;
    const chain = new LinearChain();
    chain.reserve(length);
    for (let at = 0; at < length * labelStride; at++) chain.emission[at] = ((at * 7919) % 2001) - 1000;
    chain.exponentiateSteps(length);
    chain.forwardBackward(length);
    for (let word = 0; word < length; word++) {
      const from = word * labelStride;
      const sum = chain.marginal.subarray(from, from + 7).reduce((all, one) => all + one, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it("of no words has no labels", () => {
    const chain = new LinearChain();
    const labels = Uint8Array.of(9);
    chain.viterbi(0, labels, 0);
    chain.forwardBackward(0);
    expect([chain.logarithmOfAll(0), labels[0]]).toEqual([0, 9]);
  });
});
