import { scoreOf } from "#extraction/actors/choose-candidate.ts";
import { pronounFeatures } from "#extraction/actors/pronoun-candidates.ts";
import type { PronounExample } from "./pronoun-examples.ts";

/** Rounds over the examples, weight of the L2 penalty and rate: chosen on GUM dev. */
const rounds = 60;
const penalty = 0.002;
const rate = 0.1;

/**
 * Weights under which the right candidates are likely: multinomial logistic regression over the candidates of each
 * pronoun (several may be right; their probabilities add up), by AdaGrad (Duchi, Hazan and Singer 2011). Nothing is
 * drawn by chance. Examples without a right candidate teach nothing.
 */
export function trainPronouns(examples: readonly PronounExample[]): Float32Array {
  const length = pronounFeatures.length;
  const weights = new Float64Array(length);
  const squares = new Float64Array(length).fill(1e-8);
  const teaching = examples.filter(({ right }) => right.includes(true));
  for (let round = 0; round < rounds; round++) {
    for (const example of teaching) {
      const gradient = gradientOf(example, weights);
      for (let at = 0; at < length; at++) {
        const slope = (gradient[at] ?? 0) + penalty * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
      }
    }
  }
  return Float32Array.from(weights);
}

/** The slope of the negative log likelihood of the right candidates. */
function gradientOf({ candidates, right }: PronounExample, weights: Float64Array): Float64Array {
  const scores = candidates.map((features) => scoreOf(features, weights));
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const wanted = odds.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0);
  const gradient = new Float64Array(weights.length);
  candidates.forEach((features, candidate) => {
    const odd = odds[candidate] ?? 0;
    const pull = odd / all - (right[candidate] ? odd / wanted : 0);
    features.forEach((value, at) => {
      gradient[at] = (gradient[at] ?? 0) + pull * value;
    });
  });
  return gradient;
}
