import { noHabits } from "#extraction/syntax/habits.ts";
import { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { readStandoffFolder } from "../evaluation/read-standoff.ts";
import type { TrainingStep } from "../model/training-step.ts";
import { jackknifeRoles, usualFolds } from "../roles/jackknife-roles.ts";
import { labelArticle } from "../roles/role-corpus.ts";
import { sequenceCorpus } from "../roles/sequence-corpus.ts";
import { usualTraining } from "../roles/train-roles.ts";
import { trainFrames, usualFrames } from "./train-frames.ts";

/** Learns which source and content go with which cue, from what the first pass makes of articles that are new to it. */
export const framesStep: TrainingStep = {
  name: "frames",
  reads: ["attribution"],
  usualSeed: 2,
  async run({ corpora, seed, report, model }) {
    const reading = { syntax: SyntaxModel.from(model, noHabits), clusters: WordClusters.from(model) };
    const labelled = readStandoffFolder(`${corpora.attribution}/train`).flatMap((article) => {
      const found = labelArticle(article, reading);
      return found ? { article, ...found } : [];
    });
    const { tagged } = await jackknifeRoles({
      articles: labelled,
      corpus: sequenceCorpus(labelled, usualTraining.groups),
      training: usualTraining,
      seed,
      ...usualFolds,
      report: (done, of) => report("roles in articles that are new", done, of),
    });
    const articles = labelled.flatMap(({ article, words }, at) => {
      const roles = tagged[at];
      return roles ? { article, words, roles } : [];
    });
    const { weights, calibration, trust } = await trainFrames({
      articles,
      training: usualFrames,
      seed,
      ...usualFolds,
      report: (done, of) => report("sources and contents of cues", done, of),
    });
    return [
      { name: "frames/settings", data: { json: weights.settings } },
      { name: "frames/label-weights", data: weights.labels },
      { name: "frames/edge-weights", data: weights.edges },
      { name: "frames/calibration", data: { json: calibration } },
      { name: "frames/trust", data: { json: trust } },
    ];
  },
};
