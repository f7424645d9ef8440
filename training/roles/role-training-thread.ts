import { Worker } from "node:worker_threads";
import type { RoleWeights } from "#extraction/tagger/role-model.ts";
import type { SequenceCorpus } from "./sequence-corpus.ts";
import type { RoleTraining } from "./train-roles.ts";

/** What a thread is given to do: to train on all articles but those of one fold. */
export interface RoleTrainingWork {
  readonly corpus: SequenceCorpus;
  readonly training: RoleTraining;
  readonly seed: number;
  /** An article's fold is its index modulo `folds`; -1 to train on all. */
  readonly fold: number;
  readonly folds: number;
}

/** What it says: that a round is done, and in the end what it has learned. */
export type RoleTrainingNews = { readonly round: number } | { readonly weights: RoleWeights };

/**
 * Trains in a thread of its own, so that two can run at the same time; the corpus is shared, not copied.
 *
 * @param report told after each round
 */
export function trainInThread(work: RoleTrainingWork, report: () => void): Promise<RoleWeights> {
  const worker = new Worker(new URL("./role-training-worker.ts", import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on("message", (news: RoleTrainingNews) => {
      if ("weights" in news) resolve(news.weights);
      else report();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the training ended with code ${code}`)));
  });
}
