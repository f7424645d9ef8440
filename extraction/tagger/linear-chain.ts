import { bestFrom, edgeStride, greater, labelStride } from "./chain-steps.ts";
import { type ChainProbabilities, runBackward, runForward } from "./forward-backward.ts";
import { labelCount, mayFollow } from "./role-labels.ts";

/**
 * A linear chain of labels with a score for each label of each word and for each step from label to label: the best
 * sequence (Viterbi 1967), and how probable each label is when sequences are as probable as their scores, exponentiated, say
 * (Lafferty, McCallum and Pereira 2001; forward-backward with scaling as in Rabiner 1989). Only steps that
 * `mayFollow` allows are taken. The room is used again for each sequence.
 *
 * The 34 steps to a word stand one by one, without loops over the labels: a third of the time.
 */
export class LinearChain implements ChainProbabilities {
  /** Score of each label of each word, natural logarithm. */
  emission = new Float64Array(0);
  /** Score of each step to a word from the one before. */
  edge = new Float32Array(0);
  /** The steps' scores exponentiated, 1 for 0 as both are in fresh room: see {@link LinearChain.exponentiateSteps}. */
  edgeFactor = new Float32Array(0);
  /** Probability of each label of each word, once {@link LinearChain.forwardBackward} has run. */
  marginal = new Float64Array(0);
  forward = new Float64Array(0);
  backward = new Float64Array(0);
  labelFactor = new Float64Array(0);
  /** The score of the best label of each word. */
  private most = new Float64Array(0);
  scale = new Float64Array(0);
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
    runForward(this, length);
    runBackward(this, length);
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
}

/** A label that is worse than the best by more counts as worse by so much: its factor must not become 0. */
const lowestScore = -600;
