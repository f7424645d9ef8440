import { lengthNorm } from "#extraction/claims/worth-model.ts";
import { worthBits } from "#extraction/claims/worth-weights.ts";
import { randomNumbers, shuffled } from "../syntax/shuffled.ts";
import type { WorthExample } from "./worth-corpus.ts";

/** What the linear part learns from. */
export type LinearExample = Pick<WorthExample, "worthy" | "places">;

/** How the weights of the linear part are learned. Tuned on CheckThat 2024: campaigns held out of train, and dev. */
export interface LinearTraining {
  readonly rounds: number;
  /** Learning rate of AdaGrad. */
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  /** A feature is learned from so many sentences on. */
  readonly fewest: number;
  /** So many runs, each in another order, are averaged. */
  readonly runs: number;
}

/** Weights by a feature's place, and the bias. */
export interface LearnedLinear {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * Logistic regression with AdaGrad (Duchi, Hazan and Singer 2011), averaged over runs that differ in the order of the
 * sentences. The same examples and seed give the same weights.
 */
export function learnLinear(
  examples: readonly LinearExample[],
  training: LinearTraining,
  seed: number,
): LearnedLinear {
  const size = 2 ** worthBits;
  const counts = new Int32Array(size);
  for (const { places } of examples) for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const kept = examples.map(({ worthy, places }) => ({
    worthy,
    places: places.filter((place) => (counts[place] ?? 0) >= training.fewest),
  }));
  const random = randomNumbers(seed);
  const runs = Array.from({ length: training.runs }, () =>
    oneRun(kept, training, Math.floor(random() * 2 ** 31)),
  );
  const weights = new Float64Array(size);
  for (const run of runs)
    for (let place = 0; place < size; place++)
      weights[place] = (weights[place] ?? 0) + (run.weights[place] ?? 0) / runs.length;
  return { weights, bias: runs.reduce((sum, { bias }) => sum + bias / runs.length, 0) };
}

function oneRun(
  examples: readonly LinearExample[],
  { rounds, rate, decay }: LinearTraining,
  seed: number,
): LearnedLinear {
  const weights = new Float64Array(2 ** worthBits);
  const squares = new Float64Array(weights.length).fill(1e-8);
  let bias = 0;
  let biasSquares = 1e-8;
  for (let round = 0; round < rounds; round++) {
    for (const { worthy, places } of shuffled(examples, seed + round)) {
      const norm = lengthNorm(places.length);
      let sum = 0;
      for (const place of places) sum += weights[place] as number;
      const slope = 1 / (1 + Math.exp(-(sum * norm + bias))) - (worthy ? 1 : 0);
      for (const place of places) {
        const weight = weights[place] as number;
        const step = slope * norm + decay * weight;
        const square = (squares[place] as number) + step * step;
        squares[place] = square;
        weights[place] = weight - (rate * step) / Math.sqrt(square);
      }
      biasSquares += slope * slope;
      bias -= (rate * slope) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

/** The score of a sentence by the linear part, in log odds before calibration. */
export function linearScore({ weights, bias }: LearnedLinear, places: Int32Array): number {
  let sum = 0;
  let known = 0;
  for (const place of places) {
    const weight = weights[place] ?? 0;
    sum += weight;
    if (weight !== 0) known++;
  }
  return sum * lengthNorm(known) + bias;
}
