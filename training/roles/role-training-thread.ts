import { Worker } from "node:worker_threads";
import type { LearnedWeights } from "./learned-weights.ts";
import type { SequenceCorpus } from "./sequence-corpus.ts";
import type { RoleTraining } from "./train-roles.ts";

/** What a thread is given to do: to learn from all articles but those of one fold. */
export interface RoleTrainingWork {
  readonly corpus: SequenceCorpus;
  readonly training: RoleTraining;
  readonly seed: number;
  /** An article's fold is its index modulo `folds`. */
  readonly fold: number;
  readonly folds: number;
}

/** What it says: that a round is done, and in the end what it has learned. */
export type RoleTrainingNews = { readonly round: number } | { readonly weights: LearnedWeights };

/**
 * Trains in a thread of its own, so that two can run at the same time; the corpus is shared, not copied.
 *
 * @param report told after each round
 */
export function trainInThread(work: RoleTrainingWork, report: () => void): Promise<LearnedWeights> {
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

/**
 * Does several works, some at the same time, the first ones first. What comes out does not depend on the number of threads.
 *
 * @param report told how many rounds of how many are done
 */
export async function trainInThreads(
  works: readonly RoleTrainingWork[],
  threads: number,
  report: (done: number, of: number) => void,
): Promise<readonly LearnedWeights[]> {
  const rounds = works.reduce((sum, { training }) => sum + training.rounds, 0);
  let done = 0;
  const trained: LearnedWeights[] = [];
  const queue = works.entries();
  const runQueue = async (): Promise<void> => {
    for (const [at, work] of queue) trained[at] = await trainInThread(work, () => report(++done, rounds));
  };
  await Promise.all(Array.from({ length: threads }, runQueue));
  return trained;
}
