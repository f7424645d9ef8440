import { noHabits } from "#extraction/syntax/habits.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { readClusters } from "../clusters/read-clusters.ts";
import type { TrainingStep } from "../model/training-step.ts";
import { jackknifeRoles, usualFolds } from "./jackknife-roles.ts";
import { readRoleCorpus } from "./role-corpus.ts";
import { sequenceCorpus } from "./sequence-corpus.ts";
import { usualTraining } from "./train-roles.ts";

/** Learns who said what from the attributions, seen through the trees of the step before. */
export const rolesStep: TrainingStep = {
  name: "roles",
  reads: ["attribution"],
  usualSeed: 2,
  async run({ corpora, seed, report, model }) {
    const { hashes, clusters } = readClusters();
    const articles = readRoleCorpus(`${corpora.attribution}/train`, {
      syntax: SyntaxModel.from(model, noHabits),
      clusters: new WordClusters(hashes, clusters),
    });
    report(`${articles.length} articles with attributions`);
    const { weights } = await jackknifeRoles({
      articles,
      corpus: sequenceCorpus(articles, usualTraining.groups),
      training: usualTraining,
      seed,
      ...usualFolds,
      report: (done, of) => report("who said what", done, of),
    });
    return [
      { name: "roles/cluster-words", data: hashes },
      { name: "roles/clusters", data: clusters },
      { name: "roles/settings", data: { json: weights.settings } },
      { name: "roles/label-weights", data: weights.labels },
      { name: "roles/edge-weights", data: weights.edges },
    ];
  },
};
