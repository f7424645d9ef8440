import type { Model } from "../model/model.ts";
import { shippedModel } from "../model/shipped-model.ts";
import {
  type Candidate,
  type Pronoun,
  type PronounKind,
  pronounFeatures,
  pronounKinds,
} from "./pronoun-candidates.ts";

/** Picks whom a pronoun means from those whom it could mean; `null` where nobody is likely enough. */
export type ChooseCandidate = (candidates: readonly Candidate[], pronoun: Pronoun) => Candidate | null;

/** How much each of `pronounFeatures` speaks for a candidate, by kind of pronoun. */
export type PronounWeights = Readonly<Record<PronounKind, Float32Array>>;

/**
 * How likely the best candidate must be; below it the pronoun is unresolved, since somebody wrong is worse than nobody.
 * Chosen on the articles of PolNeAR dev that are resolved by hand, and on GUM dev. "It" and "they" may well mean
 * something that is no candidate.
 */
const likelyEnough: Readonly<Record<PronounKind, number>> = { person: 0.55, body: 0.75, several: 0.85 };

/** The section of a kind's weights in the model. */
export const sectionOf = (kind: PronounKind): string => `actors/pronoun-${kind}`;

/** The weights of a model. @throws ModelFileError where they are missing */
export const weightsIn = (model: Model): PronounWeights => {
  const weights = (kind: PronounKind): Float32Array =>
    model.numbers(sectionOf(kind), "float32", pronounFeatures.length);
  const [person, body, several] = pronounKinds;
  return { person: weights(person), body: weights(body), several: weights(several) };
};

/**
 * Ranks candidates by a linear score, which a softmax makes probabilities of (a mention-ranking model in the sense of
 * Denis and Baldridge 2008). The weights are learned: `training/actors/`.
 */
export function likeliestBy(weights: PronounWeights): ChooseCandidate {
  return (candidates, { kind }) => {
    const scores = candidates.map(({ features }) => scoreOf(features, weights[kind]));
    const highest = Math.max(...scores);
    const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
    return 1 / sum >= likelyEnough[kind] ? (candidates[scores.indexOf(highest)] ?? null) : null;
  };
}

let shipped: ChooseCandidate | undefined;

/** Chooses by the weights of the model that Onrecord ships with. @throws ModelFileError where it cannot be used */
export const likeliestCandidate: ChooseCandidate = (candidates, pronoun) => {
  shipped ??= likeliestBy(weightsIn(shippedModel()));
  return shipped(candidates, pronoun);
};

/** The score of a candidate under weights. */
export const scoreOf = (features: readonly number[], weights: ArrayLike<number>): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
