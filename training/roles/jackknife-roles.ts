import { RoleModel, type RoleWeights } from "#extraction/tagger/role-model.ts";
import { type TaggedRoles, tagRoles } from "#extraction/tagger/tag-roles.ts";
import { meanWeights, packWeights } from "./learned-weights.ts";
import type { LabelledArticle } from "./role-corpus.ts";
import { type RoleTrainingWork, trainInThreads } from "./role-training-thread.ts";
import type { SequenceCorpus } from "./sequence-corpus.ts";
import type { RoleTraining } from "./train-roles.ts";

/** What a jackknife is made of. */
export interface RoleJackknife {
  readonly articles: readonly LabelledArticle[];
  readonly corpus: SequenceCorpus;
  readonly training: RoleTraining;
  readonly seed: number;
  readonly folds: number;
  /** How many trainings run at the same time; what comes out does not depend on it. */
  readonly threads: number;
  /** Told how much is done. */
  readonly report: (done: number, of: number) => void;
}

/** Each part of a tagger has learned from three quarters of the articles; two trainings take about two gigabytes. */
export const usualFolds = { folds: 4, threads: 2 } as const;

/** A tagger of all articles, and how each of them is tagged by one that has not learned from it. */
export interface JackknifedRoles {
  readonly weights: RoleWeights;
  /** In the order of the articles. */
  readonly tagged: readonly TaggedRoles[];
}

/**
 * Trains as many taggers as there are folds, each on the articles of the others. Their mean is the tagger to keep; each article is
 * tagged by the one that has not learned from it, so that what comes next can learn from labels that are as wrong as
 * those it will get. The same input and seed give the same weights and labels.
 */
export async function jackknifeRoles(jackknife: RoleJackknife): Promise<JackknifedRoles> {
  const { articles, corpus, training, seed, folds, threads, report } = jackknife;
  const works = Array.from(
    { length: folds },
    (_, fold): RoleTrainingWork => ({ corpus, training, seed, fold, folds }),
  );
  const learned = await trainInThreads(works, threads, report);
  const models = learned.map((part) => new RoleModel(packWeights(part, training)));
  const tagged = articles.map(({ words }, article) => {
    const model = models[article % folds];
    if (!model) throw new Error(`fold ${article % folds} was not trained`);
    return tagRoles(words, model);
  });
  return { weights: packWeights(meanWeights(learned), training), tagged };
}
