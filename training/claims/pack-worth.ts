import type { HiddenLayer } from "#extraction/claims/worth-layer.ts";
import { type WorthScales, worthSections } from "#extraction/claims/worth-model.ts";
import type { Section } from "#extraction/model/section.ts";
import type { VectoredWords } from "../clusters/read-vectors.ts";
import type { LearnedLinear } from "./learn-linear.ts";

/** What was learned of the worth of sentences. */
export interface LearnedWorth {
  readonly linear: LearnedLinear;
  readonly layer: HiddenLayer;
}

/** Weights as single bytes, with what turns their sum into a probability. */
export function packWorth(
  { linear, layer }: LearnedWorth,
  line: Pick<WorthScales, "slope" | "intercept">,
  { hashes, steps }: VectoredWords,
): Section[] {
  const step = Math.max(1e-6, mostSize(linear.weights)) / 127;
  // The largest few are cut: a byte is to tell small weights apart.
  const bytes = Int8Array.from(linear.weights, (weight) =>
    weight === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(weight / step) || Math.sign(weight))),
  );
  const scales: WorthScales = { step, bias: linear.bias, layerBias: layer.bias, ...line };
  return [
    { name: worthSections.weights, data: bytes },
    { name: worthSections.scales, data: { json: scales } },
    { name: worthSections.vectorWords, data: hashes },
    { name: worthSections.vectors, data: steps },
    ...packLayer(layer),
  ];
}

/** A hidden layer's weights as single bytes, in steps of one size for each input. */
function packLayer({ weights, thresholds, out }: HiddenLayer): Section[] {
  const units = thresholds.length;
  const steps = Float32Array.from({ length: weights.length / units }, (_, input) => {
    let most = 0;
    for (const weight of weights.subarray(input * units, (input + 1) * units))
      most = Math.max(most, Math.abs(weight));
    return most / 127;
  });
  const bytes = Int8Array.from(weights, (weight, at) => {
    const step = steps[Math.floor(at / units)] ?? 0;
    return step === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(weight / step)));
  });
  return [
    { name: worthSections.layer, data: bytes },
    { name: worthSections.layerSteps, data: steps },
    { name: worthSections.layerUnits, data: Float32Array.from([...thresholds, ...out]) },
  ];
}

/** The size that one weight in ten thousand is beyond. */
function mostSize(weights: Float64Array): number {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  return sizes[Math.floor(sizes.length * 0.9999)] ?? 0;
}
