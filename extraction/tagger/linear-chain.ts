import { goesOn, mayFollow } from "./role-labels.ts";

/** Places that a word's scores take up, one a label and some to spare, so that they begin at even addresses. */
export const labelStride = 8;
/** Places that the scores of a step take up: label before, label. */
export const edgeStride: number = labelStride * labelStride;

/**
 * A linear chain of labels with a score for each label of each word and for each step from label to label: the best
 * sequence (Viterbi 1967), and how probable each label is when sequences are as probable as their scores, exponentiated, say
 * (Lafferty, McCallum and Pereira 2001; forward-backward with scaling as in Rabiner 1989). Only steps that
 * `mayFollow` allows are taken. The room is used again for each sequence.
 */
export class LinearChain {
  readonly labels: number;
  /** Score of each label of each word, natural logarithm. */
  emission = new Float64Array(0);
  /** Score of each step to a word from the one before. */
  edge = new Float32Array(0);
  /** The steps' scores exponentiated, 1 for 0 as both are in fresh room: see {@link LinearChain.exponentiateSteps}. */
  edgeFactor = new Float32Array(0);
  /** Probability of each label of each word, once {@link LinearChain.forwardBackward} has run. */
  marginal = new Float64Array(0);
  private readonly starts: Uint8Array;
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  /** Labels' scores exponentiated, in proportion to the best one of the word. */
  private labelFactor = new Float64Array(0);
  private scale = new Float64Array(0);
  private back = new Uint8Array(0);
  private readonly best = new Float64Array(2 * labelStride);

  /** @param labels how many labels there are, 0 being outside; at most {@link labelStride} */
  constructor(labels: number) {
    this.labels = labels;
    this.starts = Uint8Array.from({ length: labels }, (_, label) => (mayFollow(0, label) ? 1 : 0));
  }

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
    this.scale = new Float64Array(size);
    this.back = new Uint8Array(size * labelStride);
  }

  /** The best sequence, into `labels` from `at` on. Of equal ones that with the lower labels at its end. */
  viterbi(length: number, into: Uint8Array, at: number): void {
    if (length === 0) return;
    const { labels, emission, edge, back, starts, best } = this;
    let now = 0;
    for (let label = 0; label < labels; label++)
      best[label] = starts[label] === 1 ? (emission[label] as number) : Number.NEGATIVE_INFINITY;
    for (let word = 1; word < length; word++) {
      const next = labelStride - now;
      const from = word * labelStride;
      const step = word * edgeStride;
      for (let label = 0; label < labels; label++) {
        const inside = label > 0 && label % 2 === 0;
        const last = inside ? label : labels - 1;
        let top = Number.NEGATIVE_INFINITY;
        let by = inside ? label - 1 : 0;
        for (let before = by; before <= last; before++) {
          const score =
            (best[now + before] as number) + (edge[step + before * labelStride + label] as number);
          if (score > top) {
            top = score;
            by = before;
          }
        }
        best[next + label] = top + (emission[from + label] as number);
        back[from + label] = by;
      }
      now = next;
    }
    let label = 0;
    for (let other = 1; other < labels; other++)
      if ((best[now + other] as number) > (best[now + label] as number)) label = other;
    for (let word = length - 1; word >= 0; word--) {
      into[at + word] = label;
      label = back[word * labelStride + label] as number;
    }
  }

  /** Fills {@link LinearChain.edgeFactor}, for whoever has not done so while filling {@link LinearChain.edge}. */
  exponentiateSteps(length: number): void {
    const { labels, edge, edgeFactor } = this;
    for (let word = 1; word < length; word++) {
      for (let before = 0; before < labels; before++) {
        const row = word * edgeStride + before * labelStride;
        for (let label = 0; label < labels; label++)
          if (mayFollow(before, label)) edgeFactor[row + label] = Math.exp(edge[row + label] as number);
      }
    }
  }

  /**
   * Finds {@link LinearChain.marginal} from the scores of labels and the factors of steps. Returns the logarithm of the
   * sum over all sequences.
   */
  forwardBackward(length: number): number {
    if (length === 0) return 0;
    const { labels, forward, backward, marginal } = this;
    const total = this.exponentiateLabels(length) + this.runForward(length);
    this.runBackward(length);
    for (let word = 0; word < length; word++) {
      const from = word * labelStride;
      for (let label = from; label < from + labels; label++)
        marginal[label] = (forward[label] as number) * (backward[label] as number);
    }
    return total;
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

  /** Returns the sum of what was taken off the words' scores. */
  private exponentiateLabels(length: number): number {
    const { labels, emission, labelFactor } = this;
    let sum = 0;
    for (let word = 0; word < length; word++) {
      const from = word * labelStride;
      let most = emission[from] as number;
      for (let label = from + 1; label < from + labels; label++)
        if ((emission[label] as number) > most) most = emission[label] as number;
      for (let label = from; label < from + labels; label++)
        labelFactor[label] = Math.exp(Math.max(lowestScore, (emission[label] as number) - most));
      sum += most;
    }
    return sum;
  }

  private runForward(length: number): number {
    const { labels, forward, labelFactor, edgeFactor, scale, starts } = this;
    let logarithm = 0;
    for (let word = 0; word < length; word++) {
      const from = word * labelStride;
      const before = from - labelStride;
      const step = word * edgeStride;
      let sum = 0;
      for (let label = 0; label < labels; label++) {
        let reached = 0;
        if (word === 0) reached = starts[label] as number;
        else {
          const inside = goesOn(label);
          const last = inside ? label : labels - 1;
          for (let other = inside ? label - 1 : 0; other <= last; other++)
            reached +=
              (forward[before + other] as number) *
              (edgeFactor[step + other * labelStride + label] as number);
        }
        const value = reached * (labelFactor[from + label] as number);
        forward[from + label] = value;
        sum += value;
      }
      scale[word] = sum;
      logarithm += Math.log(sum);
      for (let label = from; label < from + labels; label++)
        forward[label] = (forward[label] as number) / sum;
    }
    return logarithm;
  }

  private runBackward(length: number): void {
    const { labels, backward, labelFactor, edgeFactor, scale } = this;
    backward.fill(1, (length - 1) * labelStride, length * labelStride);
    for (let word = length - 2; word >= 0; word--) {
      const from = word * labelStride;
      const behind = from + labelStride;
      const step = (word + 1) * edgeStride;
      const by = scale[word + 1] as number;
      for (let label = 0; label < labels; label++) {
        const row = step + label * labelStride;
        let sum = 0;
        for (let next = 0; next < labels; next++)
          if (mayFollow(label, next))
            sum +=
              (edgeFactor[row + next] as number) *
              (labelFactor[behind + next] as number) *
              (backward[behind + next] as number);
        backward[from + label] = sum / by;
      }
    }
  }
}

/** A label that is worse than the best by more counts as worse by so much: its factor must not become 0. */
const lowestScore = -600;
