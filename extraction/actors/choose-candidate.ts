import type { Candidate, PronounKind } from "./pronoun-candidates.ts";
import weights from "./pronoun-weights.json" with { type: "json" };

/** Picks whom a pronoun means from those whom it could mean; `null` where nobody is likely enough. */
export type ChooseCandidate = (candidates: readonly Candidate[], kind: PronounKind) => Candidate | null;

/** How likely the best candidate must be: below it the pronoun is unresolved. */
const likelyEnough: Readonly<Record<PronounKind, number>> = { person: 0.55, body: 0.55, several: 0.55 };

/**
 * Ranks candidates by a linear score, which a softmax makes probabilities of (a mention-ranking model in the sense of
 * Denis and Baldridge 2008). The weights are learned: `training/actors/`.
 */
export const likeliestCandidate: ChooseCandidate = (candidates, kind) => {
  const scores = candidates.map(({ features }) => scoreOf(features, weights.entries[kind]));
  const highest = Math.max(...scores);
  const best = candidates[scores.indexOf(highest)];
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return best && 1 / sum >= likelyEnough[kind] ? best : null;
};

/** The score of a candidate under weights. */
export const scoreOf = (features: readonly number[], by: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * (by[at] ?? 0), 0);
