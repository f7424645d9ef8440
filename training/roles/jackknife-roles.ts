import { RoleModel } from "#extraction/tagger/role-model.ts";
import { type TaggedRoles, tagRoles } from "#extraction/tagger/tag-roles.ts";
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

/**
 * Tags each article by a tagger that was trained on those of other folds, so that what comes next can learn from labels
 * that are as wrong as those it will get. In the order of the articles; the same input and seed give the same labels.
 */
export async function jackknifeRoles(jackknife: RoleJackknife): Promise<readonly TaggedRoles[]> {
  const { articles, corpus, training, seed, folds, threads, report } = jackknife;
  const works = Array.from(
    { length: folds },
    (_, fold): RoleTrainingWork => ({ corpus, training, seed, fold, folds }),
  );
  const models = (await trainInThreads(works, threads, report)).map((weights) => new RoleModel(weights));
  return articles.map(({ words }, article) => {
    const model = models[article % folds];
    if (!model) throw new Error(`fold ${article % folds} was not trained`);
    return tagRoles(words, model);
  });
}
