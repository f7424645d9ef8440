import { bestFrom, greater, sumFrom } from "./chain-steps.ts";
import { labelCount, mayFollow } from "./role-labels.ts";

/** Places that a word's scores take up, one a label and one to spare, so that they begin at even addresses. */
export const labelStride = 8;
/** Places that the scores of a step take up: label before, label. */
export const edgeStride: number = labelStride * labelStride;

/**
 * A linear chain of labels with a score for each label of each word and for each step from label to label: the best
 * sequence (Viterbi 1967), and how probable each label is when sequences are as probable as their scores, exponentiated, say
 * (Lafferty, McCallum and Pereira 2001; forward-backward with scaling as in Rabiner 1989). Only steps that
 * `mayFollow` allows are taken. The room is used again for each sequence.
 *
 * The 34 steps to a word stand one by one, without loops over the labels: a third of the time.
 */
export class LinearChain {
  /** Score of each label of each word, natural logarithm. */
  emission = new Float64Array(0);
  /** Score of each step to a word from the one before. */
  edge = new Float32Array(0);
  /** The steps' scores exponentiated, 1 for 0 as both are in fresh room: see {@link LinearChain.exponentiateSteps}. */
  edgeFactor = new Float32Array(0);
  /** Probability of each label of each word, once {@link LinearChain.forwardBackward} has run. */
  marginal = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  /** Labels' scores exponentiated, in proportion to the best one of the word, and that one's score. */
  private labelFactor = new Float64Array(0);
  private most = new Float64Array(0);
  private scale = new Float64Array(0);
  /** Score of the best sequence that ends with each label of each word. */
  private best = new Float64Array(0);

  /** Makes room for a sequence; what was there is gone. */
  reserve(length: number): void {
    if (this.scale.length >= length) return;
    const size = Math.max(256, 2 ** Math.ceil(Math.log2(length)));
    this.emission = new Float64Array(size * labelStride);
    this.edge = new Float32Array(size * edgeStride);
    this.marginal = new Float64Array(size * labelStride);
    this.forward = new Float64Array(size * labelStride);
    this.backward = new Float64Array(size * labelStride);
    this.labelFactor = new Float64Array(size * labelStride);
    this.edgeFactor = new Float32Array(size * edgeStride).fill(1);
    this.most = new Float64Array(size);
    this.scale = new Float64Array(size);
    this.best = new Float64Array(size * labelStride);
  }

  /** The best sequence, into `labels` from `at` on. Of equal ones that with the lower labels at its end. */
  viterbi(length: number, into: Uint8Array, at: number): void {
    if (length === 0) return;
    this.findBest(length);
    const { best, edge } = this;
    let label = 0;
    const last = (length - 1) * labelStride;
    for (let other = 1; other < labelCount; other++)
      if ((best[last + other] as number) > (best[last + label] as number)) label = other;
    // Steps back are looked for along the best sequence alone.
    for (let word = length - 1; ; word--) {
      into[at + word] = label;
      if (word === 0) return;
      const from = (word - 1) * labelStride;
      const step = word * edgeStride + label;
      const inside = label > 0 && label % 2 === 0;
      let by = inside ? label - 1 : 0;
      let top = (best[from + by] as number) + (edge[step + by * labelStride] as number);
      for (let before = by + 1; before <= (inside ? label : labelCount - 1); before++) {
        const score = (best[from + before] as number) + (edge[step + before * labelStride] as number);
        if (score <= top) continue;
        top = score;
        by = before;
      }
      label = by;
    }
  }

  private findBest(length: number): void {
    const { emission, edge, best } = this;
    for (let label = 0; label < labelCount; label++)
      best[label] = mayFollow(0, label) ? (emission[label] as number) : Number.NEGATIVE_INFINITY;
    let b0 = best[0] as number;
    let b1 = best[1] as number;
    let b2 = best[2] as number;
    let b3 = best[3] as number;
    let b4 = best[4] as number;
    let b5 = best[5] as number;
    let b6 = best[6] as number;
    for (let word = 1; word < length; word++) {
      const at = word * labelStride;
      const s = word * edgeStride;
      const to0 = bestFrom(edge, s, b0, b1, b2, b3, b4, b5, b6);
      const to1 = bestFrom(edge, s + 1, b0, b1, b2, b3, b4, b5, b6);
      const to2 = greater(b1 + (edge[s + 10] as number), b2 + (edge[s + 18] as number));
      const to3 = bestFrom(edge, s + 3, b0, b1, b2, b3, b4, b5, b6);
      const to4 = greater(b3 + (edge[s + 28] as number), b4 + (edge[s + 36] as number));
      const to5 = bestFrom(edge, s + 5, b0, b1, b2, b3, b4, b5, b6);
      const to6 = greater(b5 + (edge[s + 46] as number), b6 + (edge[s + 54] as number));
      best[at] = b0 = to0 + (emission[at] as number);
      best[at + 1] = b1 = to1 + (emission[at + 1] as number);
      best[at + 2] = b2 = to2 + (emission[at + 2] as number);
      best[at + 3] = b3 = to3 + (emission[at + 3] as number);
      best[at + 4] = b4 = to4 + (emission[at + 4] as number);
      best[at + 5] = b5 = to5 + (emission[at + 5] as number);
      best[at + 6] = b6 = to6 + (emission[at + 6] as number);
    }
  }

  /** Fills {@link LinearChain.edgeFactor}, for whoever has not done so while filling {@link LinearChain.edge}. */
  exponentiateSteps(length: number): void {
    const { edge, edgeFactor } = this;
    for (let word = 1; word < length; word++) {
      for (let before = 0; before < labelCount; before++) {
        const row = word * edgeStride + before * labelStride;
        for (let label = 0; label < labelCount; label++)
          if (mayFollow(before, label)) edgeFactor[row + label] = Math.exp(edge[row + label] as number);
      }
    }
  }

  /** Finds {@link LinearChain.marginal} from the scores of labels and the factors of steps. */
  forwardBackward(length: number): void {
    if (length === 0) return;
    this.exponentiateLabels(length);
    this.runForward(length);
    this.runBackward(length);
  }

  /** The logarithm of the sum over all sequences, once {@link LinearChain.forwardBackward} has run. */
  logarithmOfAll(length: number): number {
    let most = 0;
    let logarithm = 0;
    for (let word = 0; word < length; word++) {
      most += this.most[word] as number;
      logarithm += Math.log(this.scale[word] as number);
    }
    return most + logarithm;
  }

  /** The probability of a step, once {@link LinearChain.forwardBackward} has run: into `word`, which is not the first. */
  edgeMarginal(word: number, before: number, label: number): number {
    const from = word * labelStride;
    return (
      ((this.forward[from - labelStride + before] as number) *
        (this.edgeFactor[word * edgeStride + before * labelStride + label] as number) *
        (this.labelFactor[from + label] as number) *
        (this.backward[from + label] as number)) /
      (this.scale[word] as number)
    );
  }

  private exponentiateLabels(length: number): void {
    const { emission, labelFactor } = this;
    for (let word = 0; word < length; word++) {
      const from = word * labelStride;
      let most = emission[from] as number;
      for (let label = from + 1; label < from + labelCount; label++)
        if ((emission[label] as number) > most) most = emission[label] as number;
      for (let label = from; label < from + labelCount; label++)
        labelFactor[label] = Math.exp(Math.max(lowestScore, (emission[label] as number) - most));
      this.most[word] = most;
    }
  }

  private runForward(length: number): void {
    const { forward, labelFactor, edgeFactor, scale } = this;
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

  private runBackward(length: number): void {
    const { forward, backward, marginal, labelFactor, edgeFactor, scale } = this;
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
}

/** A label that is worse than the best by more counts as worse by so much: its factor must not become 0. */
const lowestScore = -600;
