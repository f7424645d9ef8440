import { parentPort, workerData } from "node:worker_threads";
import type { RoleTrainingNews, RoleTrainingWork } from "./role-training-thread.ts";
import { learnRoles } from "./train-roles.ts";

// What runs in a thread of its own: see `trainInThread`.
const { corpus, training, seed, fold, folds } = workerData as RoleTrainingWork;
const say = (news: RoleTrainingNews): void => parentPort?.postMessage(news);
const learnsFrom = (article: number): boolean => article % folds !== fold;
const weights = learnRoles(corpus, training, seed, learnsFrom, (round) => say({ round }));
say({ weights });
