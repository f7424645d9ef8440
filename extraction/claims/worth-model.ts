import { z } from "zod";
import type { Model } from "../model/model.ts";
import { readModelFile } from "../model/read-model-file.ts";
import { worthModelFile } from "../model/worth-model-file.ts";
import { mostFeatures, WorthFeatures } from "./worth-features.ts";
import { worthInputCount, worthInputs } from "./worth-inputs.ts";
import { type HiddenLayer, layerScorer } from "./worth-layer.ts";
import { vectorNumbers, WorthVectors } from "./worth-vectors.ts";
import { WorthWeights, worthBits, worthPlace } from "./worth-weights.ts";
import type { WorthWords } from "./worth-words.ts";

/** Names of the sections in the model file. */
export const worthSections = {
  weights: "claims/weights",
  scales: "claims/scales",
  vectorWords: "claims/vector-words",
  vectors: "claims/vectors",
  layer: "claims/layer",
  layerSteps: "claims/layer-steps",
  layerUnits: "claims/layer-units",
} as const;

/** What turns the sum of a proposition's weights into a probability. */
export const worthScalesSchema = z.object({
  /** What one step of a weight's byte is worth. */
  step: z.number().positive(),
  bias: z.number(),
  /** The line that makes calibrated log odds of a score (Platt 1999). */
  slope: z.number().positive(),
  intercept: z.number(),
  /** What the hidden layer's sum begins with. */
  layerBias: z.number(),
});
export type WorthScales = z.infer<typeof worthScalesSchema>;

const features = new WorthFeatures();

/** The places of a proposition's features in the weights, each once, in the order of the features. */
export function worthPlaces(words: WorthWords): Int32Array {
  const keys = new Int32Array(mostFeatures(words.length));
  const count = features.read(words, keys);
  return Int32Array.from(new Set(keys.subarray(0, count).map(worthPlace)));
}

/** How much a score counts of the sum of so many features: long sentences are not worth more for being long. */
export const lengthNorm = (features: number): number => 1 / Math.sqrt(features + 1);

/** The score of a proposition from the two that there are, in log odds before calibration. */
export const jointScore = (linear: number, hidden: number): number => (linear + hidden) / 2;

/**
 * How probable it is that fact-checkers call a proposition worth a check: the mean of a logistic regression over hashed
 * features and of a hidden layer over the vectors of the words.
 */
export class WorthModel {
  /** Eight hexadecimal digits that change with the weights. */
  readonly version: string;
  /** The vectors that the hidden layer sees. */
  readonly vectors: WorthVectors;
  private readonly weights: WorthWeights;
  private readonly hiddenScore: (inputs: Float32Array) => number;
  private readonly inputs = new Float32Array(worthInputCount);
  private readonly scales: WorthScales;

  /** Takes the weights from a model. @throws ModelFileError where they are missing or of another form */
  constructor(model: Model) {
    this.version = model.version;
    this.weights = new WorthWeights(model.numbers(worthSections.weights, "int8", 2 ** worthBits));
    this.scales = model.json(worthSections.scales, worthScalesSchema);
    this.vectors = new WorthVectors(
      model.numbers(worthSections.vectorWords, "int32"),
      model.numbers(worthSections.vectors, "int8"),
    );
    this.hiddenScore = layerScorer(layerFrom(model, this.scales.layerBias), vectorNumbers);
  }

  /** The probability, 0 to 1; 0 where there is no word. */
  probability(words: WorthWords): number {
    if (words.length === 0) return 0;
    const { slope, intercept } = this.scales;
    const hidden = this.hiddenScore(worthInputs(words, this.vectors, this.inputs));
    return 1 / (1 + Math.exp(-(slope * jointScore(this.linearScore(words), hidden) + intercept)));
  }

  private linearScore(words: WorthWords): number {
    const { weights } = this;
    const { step, bias } = this.scales;
    const sum = weights.sum(features.read(words, weights.keysFor(mostFeatures(words.length))));
    return sum * step * lengthNorm(weights.known) + bias;
  }
}

/** The hidden layer, its weights back from single bytes: in steps of one size for each input. */
function layerFrom(model: Model, bias: number): HiddenLayer {
  const steps = model.numbers(worthSections.layerSteps, "float32", worthInputCount);
  const bytes = model.numbers(worthSections.layer, "int8");
  const hidden = bytes.length / worthInputCount;
  const units = model.numbers(worthSections.layerUnits, "float32", hidden * 2);
  return {
    weights: Float32Array.from(bytes, (byte, at) => byte * (steps[Math.floor(at / hidden)] ?? 0)),
    thresholds: units.slice(0, hidden),
    out: units.slice(hidden),
    bias,
  };
}

/** Where the model of check-worthiness lies: beside this module, or beside the bundle that it is part of. */
export const worthModelUrl = new URL(`./${worthModelFile}`, import.meta.url);

let shipped: WorthModel | undefined;

/**
 * The one that Onrecord ships with. It is read at the first call and kept.
 *
 * @throws ModelFileError where it is missing or cannot be used
 */
export function shippedWorthModel(): WorthModel {
  shipped ??= new WorthModel(readModelFile(worthModelUrl, decodeURIComponent(worthModelUrl.pathname)));
  return shipped;
}
