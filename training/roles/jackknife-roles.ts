import { RoleModel, type RoleWeights } from "#extraction/tagger/role-model.ts";
import { type TaggedRoles, tagRoles } from "#extraction/tagger/tag-roles.ts";
import type { LabelledArticle } from "./role-corpus.ts";
import { type RoleTrainingWork, trainInThread } from "./role-training-thread.ts";
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

/** A tagger trained on all articles, and how each article is tagged by one that was not trained on it. */
export interface JackknifedRoles {
  readonly weights: RoleWeights;
  /** In the order of the articles. */
  readonly tagged: readonly TaggedRoles[];
}

/**
 * Trains on all articles, and for each fold of them on all others, so that what comes next can learn from labels
 * that are as wrong as those it will get. The same input and seed give the same weights and labels.
 */
export async function jackknifeRoles(jackknife: RoleJackknife): Promise<JackknifedRoles> {
  const { articles, corpus, training, seed, folds, threads, report } = jackknife;
  // All together takes longest, so it goes first.
  const works = Array.from(
    { length: folds + 1 },
    (_, at): RoleTrainingWork => ({ corpus, training, seed, fold: at - 1, folds }),
  );
  let rounds = 0;
  const trained: RoleWeights[] = [];
  const queue = works.entries();
  const runQueue = async (): Promise<void> => {
    for (const [at, work] of queue)
      trained[at] = await trainInThread(work, () => report(++rounds, works.length * training.rounds));
  };
  await Promise.all(Array.from({ length: threads }, runQueue));
  const [weights, ...byFold] = trained;
  if (!weights) throw new Error("nothing was trained");
  const models = byFold.map((one) => new RoleModel(one));
  const tagged = articles.map(({ words }, article) => {
    const model = models[article % folds];
    if (!model) throw new Error(`fold ${article % folds} was not trained`);
    return tagRoles(words, model);
  });
  return { weights, tagged };
}
