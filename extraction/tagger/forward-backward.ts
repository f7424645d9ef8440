import { edgeStride, labelStride, sumFrom } from "./chain-steps.ts";

/** What probabilities of a chain's labels are found from, and in: arrays of a `labelStride` a word, steps as in `LinearChain`. */
export interface ChainProbabilities {
  /** Labels' scores exponentiated, in proportion to the best one of the word. */
  readonly labelFactor: Float64Array;
  /** The steps' scores exponentiated. */
  readonly edgeFactor: Float32Array;
  /** In proportion to the sum over all sequences up to the word, and behind it, that have the label there. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** What the sums of each word were divided by, one number a word. */
  readonly scale: Float64Array;
  /** How probable each label is. */
  readonly marginal: Float64Array;
}

/** Fills `forward` and `scale`. */
export function runForward(
  { forward, labelFactor, edgeFactor, scale }: ChainProbabilities,
  length: number,
): void {
  let f0 = 0;
  let f1 = 0;
  let f2 = 0;
  let f3 = 0;
  let f4 = 0;
  let f5 = 0;
  let f6 = 0;
  for (let word = 0; word < length; word++) {
    const at = word * labelStride;
    const s = word * edgeStride;
    // A sequence begins as behind a word outside.
    let to0 = 1;
    let to1 = 1;
    let to2 = 0;
    let to3 = 1;
    let to4 = 0;
    let to5 = 1;
    let to6 = 0;
    if (word > 0) {
      to0 = sumFrom(edgeFactor, s, f0, f1, f2, f3, f4, f5, f6);
      to1 = sumFrom(edgeFactor, s + 1, f0, f1, f2, f3, f4, f5, f6);
      to2 = f1 * (edgeFactor[s + 10] as number) + f2 * (edgeFactor[s + 18] as number);
      to3 = sumFrom(edgeFactor, s + 3, f0, f1, f2, f3, f4, f5, f6);
      to4 = f3 * (edgeFactor[s + 28] as number) + f4 * (edgeFactor[s + 36] as number);
      to5 = sumFrom(edgeFactor, s + 5, f0, f1, f2, f3, f4, f5, f6);
      to6 = f5 * (edgeFactor[s + 46] as number) + f6 * (edgeFactor[s + 54] as number);
    }
    to0 *= labelFactor[at] as number;
    to1 *= labelFactor[at + 1] as number;
    to2 *= labelFactor[at + 2] as number;
    to3 *= labelFactor[at + 3] as number;
    to4 *= labelFactor[at + 4] as number;
    to5 *= labelFactor[at + 5] as number;
    to6 *= labelFactor[at + 6] as number;
    const sum = to0 + to1 + to2 + to3 + to4 + to5 + to6;
    scale[word] = sum;
    forward[at] = f0 = to0 / sum;
    forward[at + 1] = f1 = to1 / sum;
    forward[at + 2] = f2 = to2 / sum;
    forward[at + 3] = f3 = to3 / sum;
    forward[at + 4] = f4 = to4 / sum;
    forward[at + 5] = f5 = to5 / sum;
    forward[at + 6] = f6 = to6 / sum;
  }
}

/** Fills `backward` and `marginal`, once {@link runForward} has run. */
export function runBackward(
  { forward, backward, marginal, labelFactor, edgeFactor, scale }: ChainProbabilities,
  length: number,
): void {
  let b0 = 1;
  let b1 = 1;
  let b2 = 1;
  let b3 = 1;
  let b4 = 1;
  let b5 = 1;
  let b6 = 1;
  for (let word = length - 1; word >= 0; word--) {
    const at = word * labelStride;
    if (word < length - 1) {
      const s = (word + 1) * edgeStride;
      const l0 = labelFactor[at + 8] as number;
      const l1 = labelFactor[at + 9] as number;
      const l2 = labelFactor[at + 10] as number;
      const l3 = labelFactor[at + 11] as number;
      const l4 = labelFactor[at + 12] as number;
      const l5 = labelFactor[at + 13] as number;
      const l6 = labelFactor[at + 14] as number;
      const by = scale[word + 1] as number;
      const from0 =
        (edgeFactor[s] as number) * l0 * b0 +
        (edgeFactor[s + 1] as number) * l1 * b1 +
        (edgeFactor[s + 3] as number) * l3 * b3 +
        (edgeFactor[s + 5] as number) * l5 * b5;
      const from1 =
        (edgeFactor[s + 8] as number) * l0 * b0 +
        (edgeFactor[s + 9] as number) * l1 * b1 +
        (edgeFactor[s + 10] as number) * l2 * b2 +
        (edgeFactor[s + 11] as number) * l3 * b3 +
        (edgeFactor[s + 13] as number) * l5 * b5;
      const from2 =
        (edgeFactor[s + 16] as number) * l0 * b0 +
        (edgeFactor[s + 17] as number) * l1 * b1 +
        (edgeFactor[s + 18] as number) * l2 * b2 +
        (edgeFactor[s + 19] as number) * l3 * b3 +
        (edgeFactor[s + 21] as number) * l5 * b5;
      const from3 =
        (edgeFactor[s + 24] as number) * l0 * b0 +
        (edgeFactor[s + 25] as number) * l1 * b1 +
        (edgeFactor[s + 27] as number) * l3 * b3 +
        (edgeFactor[s + 28] as number) * l4 * b4 +
        (edgeFactor[s + 29] as number) * l5 * b5;
      const from4 =
        (edgeFactor[s + 32] as number) * l0 * b0 +
        (edgeFactor[s + 33] as number) * l1 * b1 +
        (edgeFactor[s + 35] as number) * l3 * b3 +
        (edgeFactor[s + 36] as number) * l4 * b4 +
        (edgeFactor[s + 37] as number) * l5 * b5;
      const from5 =
        (edgeFactor[s + 40] as number) * l0 * b0 +
        (edgeFactor[s + 41] as number) * l1 * b1 +
        (edgeFactor[s + 43] as number) * l3 * b3 +
        (edgeFactor[s + 45] as number) * l5 * b5 +
        (edgeFactor[s + 46] as number) * l6 * b6;
      const from6 =
        (edgeFactor[s + 48] as number) * l0 * b0 +
        (edgeFactor[s + 49] as number) * l1 * b1 +
        (edgeFactor[s + 51] as number) * l3 * b3 +
        (edgeFactor[s + 53] as number) * l5 * b5 +
        (edgeFactor[s + 54] as number) * l6 * b6;
      b0 = from0 / by;
      b1 = from1 / by;
      b2 = from2 / by;
      b3 = from3 / by;
      b4 = from4 / by;
      b5 = from5 / by;
      b6 = from6 / by;
    }
    backward[at] = b0;
    marginal[at] = (forward[at] as number) * b0;
    backward[at + 1] = b1;
    marginal[at + 1] = (forward[at + 1] as number) * b1;
    backward[at + 2] = b2;
    marginal[at + 2] = (forward[at + 2] as number) * b2;
    backward[at + 3] = b3;
    marginal[at + 3] = (forward[at + 3] as number) * b3;
    backward[at + 4] = b4;
    marginal[at + 4] = (forward[at + 4] as number) * b4;
    backward[at + 5] = b5;
    marginal[at + 5] = (forward[at + 5] as number) * b5;
    backward[at + 6] = b6;
    marginal[at + 6] = (forward[at + 6] as number) * b6;
  }
}
