import { type CalibrationTable, probabilityAt } from "#extraction/calibration-table.ts";
import { findFrames } from "#extraction/frames/find-frames.ts";
import type { Frame } from "#extraction/frames/frame.ts";
import { FramesModel, type FramesWeights } from "#extraction/frames/frames-model.ts";
import { beliefIn } from "#extraction/linking/believable.ts";
import { contentProbabilityOf } from "#extraction/tagger/content-probability.ts";
import type { Outcome } from "../calibration/calibration.ts";
import { fitIsotonic } from "../calibration/fit-isotonic.ts";
import type { RoleSpans } from "../evaluation/match-attributions.ts";
import { scoreStandoff } from "../evaluation/score-standoff.ts";
import { type LearnedWeights, meanWeights, packWeights } from "../roles/learned-weights.ts";
import { type RoleTrainingWork, trainInThreads } from "../roles/role-training-thread.ts";
import type { RoleTraining } from "../roles/train-roles.ts";
import { type FramedArticle, frameCorpus } from "./frame-corpus.ts";

/** Settings for some hundred articles; chosen on PolNeAR's dev part. */
export const usualFrames: RoleTraining = {
  // The groups are those of the first pass; the second one always has all of its features.
  groups: [],
  rounds: 6,
  averageFrom: 3,
  rate: 0.01,
  fullRate: 3,
  dropOut: 0.15,
  least: 2,
  edgeRows: 1 << 13,
  labelRows: 1 << 19,
  perUnit: 64,
};

/** What the second pass is learned from. */
export interface FramesTraining {
  readonly articles: readonly FramedArticle[];
  readonly training: RoleTraining;
  readonly seed: number;
  readonly folds: number;
  /** How many trainings run at the same time; what comes out does not depend on it. */
  readonly threads: number;
  /** Told how much is done. */
  readonly report: (done: number, of: number) => void;
}

/** What the second pass has learned. */
export interface TrainedFrames {
  readonly weights: FramesWeights;
  readonly calibration: CalibrationTable;
  readonly trust: CalibrationTable;
}

/**
 * Learns the second pass as often as there are folds, each time from the articles of the others, and takes the mean. What its
 * confidence, and the belief in it, is worth is learned from frames found in articles that were not learned from. The same input and seed give the same
 * weights.
 */
export async function trainFrames(options: FramesTraining): Promise<TrainedFrames> {
  const { articles, training, seed, folds, threads, report } = options;
  const corpus = frameCorpus(articles);
  const works = Array.from(
    { length: folds },
    (_, fold): RoleTrainingWork => ({ corpus, training, seed, fold, folds }),
  );
  const learned = await trainInThreads(works, threads, report);
  const packed = (part: LearnedWeights): FramesWeights => {
    const { settings, labels, edges } = packWeights(part, training);
    return { settings: { scale: settings.scale }, labels, edges };
  };
  const models = learned.map((part) => new FramesModel(packed(part), asScored, asScored));
  const found = articles.map((article, at) => {
    const model = models[at % folds];
    return model ? findFrames(article.words, article.roles, model) : [];
  });
  const outcomes = articles.flatMap((article, at) => outcomesOf(article, found[at] ?? []));
  const calibration = tableOf(outcomes);
  const believed = articles.flatMap((article, at) =>
    (found[at] ?? []).map(({ confidence, content }) =>
      beliefIn(
        probabilityAt(calibration, confidence),
        contentProbabilityOf(article.words, article.roles, content),
      ),
    ),
  );
  return {
    weights: packed(meanWeights(learned)),
    calibration,
    trust: tableOf(outcomes.map(({ right }, at) => ({ confidence: believed[at] ?? 0, right }))),
  };
}

const tableOf = (outcomes: readonly Outcome[]): CalibrationTable =>
  outcomes.length === 0 ? asScored : fitIsotonic(outcomes);

/** Leaves confidences as the second pass has them. */
export const asScored: CalibrationTable = { scores: [0, 1], probabilities: [0, 1] };

/**
 * Which frames are right in the sense of the measure `linked`: there is an attribution whose content meets theirs, and the sources
 * meet, or neither has one.
 */
export function outcomesOf({ article }: FramedArticle, frames: readonly Frame[]): readonly Outcome[] {
  const { matches } = scoreStandoff(article, frames.map(rolesOf));
  const right = new Set(matches.filter(({ linked }) => linked).map(({ predicted }) => predicted));
  return frames.map(({ confidence }, at) => ({ confidence, right: right.has(at) }));
}

/** A frame in the form in which attributions are measured. */
export const rolesOf = ({ source, cue, content }: Frame): RoleSpans => ({
  source: source ? [source] : [],
  cue: cue ? [cue] : [],
  content,
});
