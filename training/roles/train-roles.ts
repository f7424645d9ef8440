import type { FeatureGroup } from "#extraction/tagger/role-features.ts";
import { featureGroups } from "#extraction/tagger/role-features.ts";
import { shuffled } from "../syntax/shuffled.ts";
import { type CrfSettings, CrfTrainer } from "./crf-trainer.ts";
import { numberFeatures } from "./feature-rows.ts";
import type { LearnedWeights } from "./learned-weights.ts";
import type { SequenceCorpus } from "./sequence-corpus.ts";

/** How the tagger of roles is trained and packed. */
export interface RoleTraining extends CrfSettings {
  readonly groups: readonly FeatureGroup[];
  /** Rows of weights for labels, a power of two. */
  readonly labelRows: number;
  /** What a weight of one is multiplied with to be the number that is shipped. */
  readonly perUnit: number;
}

/** Settings for some hundred articles; chosen on PolNeAR's dev part. */
export const usualTraining: RoleTraining = {
  groups: featureGroups,
  rounds: 8,
  averageFrom: 3,
  rate: 0.02,
  fullRate: 4,
  dropOut: 0.15,
  least: 2,
  edgeRows: 1 << 13,
  labelRows: 1 << 18,
  perUnit: 64,
};

/**
 * Learns from the sequences of those articles that `learnsFrom` says. The same input and seed give the same weights.
 *
 * @param report told after each round of how many
 */
export function learnRoles(
  corpus: SequenceCorpus,
  training: RoleTraining,
  seed: number,
  learnsFrom: (article: number) => boolean,
  report: (round: number, loss: number) => void,
): LearnedWeights {
  const { least, rounds } = training;
  const all = [...corpus.article.keys()].filter((sequence) => learnsFrom(corpus.article[sequence] as number));
  const { hashes, rows, occurrences } = numberFeatures(corpus, all, least);
  const trainer = new CrfTrainer(corpus, rows, hashes.length - 1, training, seed);
  for (let round = 1; round <= rounds; round++)
    report(round, trainer.round(shuffled(all, seed + round), round));
  return { hashes, occurrences, labels: trainer.labelWeights(), edges: trainer.averagedEdges() };
}
