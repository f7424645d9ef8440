import { type WorthScales, worthSections } from "#extraction/claims/worth-model.ts";
import type { Section } from "#extraction/model/section.ts";
import { fitSigmoid, type ScoredOutcome } from "./fit-sigmoid.ts";
import { type LearnedWorth, learnWorth, type WorthTraining, worthScore } from "./learn-worth.ts";
import type { WorthExample } from "./worth-corpus.ts";

/** Parts of the corpus, each a row of neighbouring debates, that are held out in turn. */
const parts = 5;

/** What the model is learned from. */
export interface WorthCorpus {
  readonly train: readonly WorthExample[];
  /** Sentences of the same debates that more people have judged; without any, those of train calibrate. */
  readonly dev: readonly WorthExample[];
}

/**
 * Learns the weights from `train`, and the probabilities from sentences of `dev` as weights score them that were learned
 * without any sentence of the debates around: who asks for a probability most often comes with debates that nobody
 * has judged.
 */
export function trainWorth(
  { train, dev }: WorthCorpus,
  training: WorthTraining,
  seed: number,
  report: (what: string) => void = () => {},
): Section[] {
  const judged = dev.length > 0 ? dev : train;
  const outcomes = heldOut(train, judged, training, seed, report);
  report("all debates");
  const learned = learnWorth(train, training, seed);
  return packWorth(learned, fitSigmoid(outcomes));
}

/** The scores of sentences by weights that were learned from other parts of the debates. */
export function heldOut(
  train: readonly WorthExample[],
  judged: readonly WorthExample[],
  training: WorthTraining,
  seed: number,
  report: (what: string) => void = () => {},
): ScoredOutcome[] {
  const numbers = train.map(({ number }) => number).sort((a, b) => a - b);
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    report(`without part ${part + 1} of ${parts}`);
    const border = (at: number): number =>
      at === 0
        ? -1
        : at === parts
          ? Infinity
          : (numbers[Math.floor((at * numbers.length) / parts)] ?? Infinity);
    const inPart = ({ number }: WorthExample): boolean => number >= border(part) && number < border(part + 1);
    const learned = learnWorth(
      train.filter((example) => !inPart(example)),
      training,
      seed,
    );
    return judged
      .filter(inPart)
      .map(({ places, worthy }) => ({ score: worthScore(learned, places), right: worthy }));
  });
}

/** Weights as single bytes, with what turns their sum into a probability. */
export function packWorth(
  { weights, bias }: LearnedWorth,
  line: Pick<WorthScales, "slope" | "intercept">,
): Section[] {
  const step = Math.max(1e-6, ...quantiles(weights)) / 127;
  // The largest few are cut: a byte is to tell small weights apart.
  const bytes = Int8Array.from(weights, (weight) =>
    weight === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(weight / step) || Math.sign(weight))),
  );
  const scales: WorthScales = { step, bias, ...line };
  return [
    { name: worthSections.weights, data: bytes },
    { name: worthSections.scales, data: { json: scales } },
  ];
}

/** The size that one weight in ten thousand is beyond. */
function quantiles(weights: Float64Array): readonly number[] {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  return [sizes[Math.floor(sizes.length * 0.9999)] ?? 0];
}
