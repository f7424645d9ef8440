import { layerScorer } from "#extraction/claims/worth-layer.ts";
import { jointScore } from "#extraction/claims/worth-model.ts";
import type { Section } from "#extraction/model/section.ts";
import type { VectoredWords } from "../clusters/read-vectors.ts";
import { fitSigmoid, type ScoredOutcome } from "./fit-sigmoid.ts";
import { type LayerTraining, learnLayer } from "./learn-layer.ts";
import { type LinearTraining, learnLinear, linearScore } from "./learn-linear.ts";
import { type LearnedWorth, packWorth } from "./pack-worth.ts";
import type { WorthExample } from "./worth-corpus.ts";

/** How the two parts are learned. */
export interface WorthTraining {
  readonly linear: LinearTraining;
  readonly layer: LayerTraining;
}

/** What the shipped model was trained with. */
export const worthTraining: WorthTraining = {
  linear: { rounds: 8, rate: 0.1, decay: 1e-5, fewest: 6, runs: 4 },
  layer: {
    hidden: 48,
    rounds: 12,
    rate: 1e-3,
    decay: 1e-3,
    dropInputs: 0.2,
    dropHidden: 0.5,
    batch: 128,
  },
};

/**
 * Where the parts of the corpus end that are held out in turn, each a row of neighbouring debates: shares of the sentences
 * by number. In CheckThat 2024 the last one is the last campaign, all others lie before it.
 */
const ends = [0.22, 0.44, 0.66, 0.875, 1];

/** What the model is learned from. */
export interface WorthCorpus {
  readonly train: readonly WorthExample[];
  /** Sentences of the same debates that more people have judged. */
  readonly dev: readonly WorthExample[];
}

/**
 * Learns the weights from `train`. The probabilities are those of sentences as weights score them that were learned
 * without any sentence of the debates around: those of `dev`, and the last part of `train`, because who asks for a
 * probability most often comes with something later than all that was judged; both count alike, however many they are.
 * Without `dev`, all of `train`.
 */
export function trainWorth(
  { train, dev }: WorthCorpus,
  vectors: VectoredWords,
  training: WorthTraining,
  seed: number,
  report: (what: string) => void = () => {},
): Section[] {
  const [latest] = partsOf(train).at(-1) ?? [0];
  const judged = dev.length > 0 ? [dev, train.filter(({ number }) => number >= latest)] : [train];
  const outcomes = heldOut(train, judged, training, seed, report);
  report("all debates");
  return packWorth(learnWorth(train, training, seed), fitSigmoid(outcomes), vectors);
}

/** Learns both parts. The same examples and seed give the same. */
export const learnWorth = (
  examples: readonly WorthExample[],
  { linear, layer }: WorthTraining,
  seed: number,
): LearnedWorth => ({
  linear: learnLinear(examples, linear, seed),
  layer: learnLayer(examples, layer, seed),
});

/** The score of a sentence, in log odds before calibration. */
export const worthScore = ({ linear, layer }: LearnedWorth, { places, inputs }: WorthExample): number =>
  jointScore(linearScore(linear, places), layerScorer(layer)(inputs));

/**
 * The scores of sentences by weights that were learned from other parts of the debates. Each list of sentences counts as
 * much as any other.
 */
const heldOut = (
  train: readonly WorthExample[],
  judged: readonly (readonly WorthExample[])[],
  training: WorthTraining,
  seed: number,
  report: (what: string) => void = () => {},
): ScoredOutcome[] => {
  const all = judged.reduce((sum, list) => sum + list.length, 0);
  return partsOf(train).flatMap(([from, until], part) => {
    report(`without part ${part + 1} of ${ends.length}`);
    const inPart = ({ number }: WorthExample): boolean => number >= from && number < until;
    const learned = learnWorth(
      train.filter((example) => !inPart(example)),
      training,
      seed,
    );
    return judged.flatMap((list) => {
      const weight = all / judged.length / list.length;
      return list
        .filter(inPart)
        .map((example) => ({ score: worthScore(learned, example), right: example.worthy, weight }));
    });
  });
};

/** The numbers at which each part begins and ends. */
function partsOf(train: readonly WorthExample[]): (readonly [from: number, until: number])[] {
  const numbers = train.map(({ number }) => number).sort((a, b) => a - b);
  const border = (share: number): number => numbers[Math.floor(share * numbers.length)] ?? Infinity;
  return ends.map((end, part) => [part === 0 ? -1 : border(ends[part - 1] ?? 0), border(end)]);
}
