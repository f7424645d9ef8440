import { edgeStride, labelStride } from "#extraction/tagger/chain-steps.ts";
import { edgeFeatureCount } from "#extraction/tagger/edge-weights.ts";
import { LinearChain } from "#extraction/tagger/linear-chain.ts";
import { labelCount, mayFollow } from "#extraction/tagger/role-labels.ts";
import { randomNumbers } from "../syntax/shuffled.ts";
import type { SequenceCorpus } from "./sequence-corpus.ts";

/** How a chain is trained. */
export interface CrfSettings {
  /** How often each sequence is learned from. */
  readonly rounds: number;
  /** The round from which on the weights are averaged, as they stand at the ends of rounds. */
  readonly averageFrom: number;
  /** The rate of learning; from round `fullRate` on it falls with the number of the round. */
  readonly rate: number;
  readonly fullRate: number;
  /** How likely a feature is left out at a word, so that others learn to do without it (Srivastava et al. 2014). */
  readonly dropOut: number;
  /** How often a feature must occur to be learned. */
  readonly least: number;
  /** Rows of weights for steps from label to label, a power of two. */
  readonly edgeRows: number;
}

/** What is added to the sums of squares, for labels and for steps, so that first changes are not too large. */
const [labelDamping, edgeDamping] = [0.1, 1];
/** Errors smaller than this are not learned from; a word whose errors all are below `settled` is left as it is. */
const [smallest, settled] = [0.002, 0.005];

/** Places of a feature: weights for the labels, then the sums of squares of their changes, side by side in memory. */
const rowStride = 2 * labelStride;

/**
 * Learns a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) from one sequence after the other,
 * each weight at a rate that falls with the changes it has had (AdaGrad; Duchi, Hazan and Singer 2011), and averages
 * the weights over rounds.
 */
export class CrfTrainer {
  private readonly corpus: SequenceCorpus;
  private readonly rows: Int32Array;
  private readonly settings: CrfSettings;
  private readonly weights: Float32Array;
  private readonly edgeWeights: Float32Array;
  private readonly edgeSquares: Float32Array;
  private readonly sum: Float32Array;
  private readonly edgeSum: Float32Array;
  private averaged = 0;
  private readonly chain = new LinearChain();
  private readonly error = new Float64Array(labelStride);
  /** The features of the sequence that are not left out this time. */
  private kept = new Int32Array(0);
  private readonly random: () => number;

  /**
   * @param rows the number of the feature in each place of the corpus, 0 for none
   * @param count the highest number
   */
  constructor(corpus: SequenceCorpus, rows: Int32Array, count: number, settings: CrfSettings, seed: number) {
    this.corpus = corpus;
    this.rows = rows;
    this.settings = settings;
    this.weights = new Float32Array((count + 1) * rowStride);
    this.sum = new Float32Array((count + 1) * labelStride);
    this.edgeWeights = new Float32Array(settings.edgeRows * edgeStride);
    this.edgeSquares = new Float32Array(settings.edgeRows * edgeStride);
    this.edgeSum = new Float32Array(settings.edgeRows * edgeStride);
    this.random = randomNumbers(seed);
  }

  /** Learns from each of the sequences once. Returns the mean loss of a word, in nats. */
  round(sequences: readonly number[], round: number): number {
    const { rate, fullRate, averageFrom } = this.settings;
    const rateNow = round <= fullRate ? rate : (rate * fullRate) / round;
    let loss = 0;
    let words = 0;
    for (const sequence of sequences) {
      const from = this.corpus.sequenceStart[sequence] as number;
      const to = this.corpus.sequenceStart[sequence + 1] as number;
      loss += this.learn(from, to - from, rateNow);
      words += to - from;
    }
    if (round >= averageFrom) this.average();
    return loss / Math.max(1, words);
  }

  /** The averaged weights of the features: `labelStride` places a feature. */
  labelWeights(): Float32Array {
    return this.sum.map((sum) => sum / Math.max(1, this.averaged));
  }

  /** The averaged weights of the steps: `edgeStride` places a row. */
  averagedEdges(): Float32Array {
    return this.edgeSum.map((sum) => sum / Math.max(1, this.averaged));
  }

  private average(): void {
    const { sum, weights, edgeSum, edgeWeights } = this;
    for (let from = 0, at = 0; from < weights.length; from += rowStride, at += labelStride)
      for (let label = 0; label < labelCount; label++)
        sum[at + label] = (sum[at + label] as number) + (weights[from + label] as number);
    for (let at = 0; at < edgeSum.length; at++)
      edgeSum[at] = (edgeSum[at] as number) + (edgeWeights[at] as number);
    this.averaged++;
  }

  /** Learns from one sequence. Returns its loss. */
  private learn(from: number, length: number, rate: number): number {
    const { chain, corpus } = this;
    this.keepSome(from, length);
    chain.reserve(length);
    this.score(from, length);
    chain.exponentiateSteps(length);
    chain.forwardBackward(length);
    const total = chain.logarithmOfAll(length);
    let right = 0;
    for (let word = 0; word < length; word++) {
      const gold = corpus.gold[from + word] as number;
      right += chain.emission[word * labelStride + gold] as number;
      this.learnLabels(word, gold, rate);
      if (word === 0) continue;
      const before = corpus.gold[from + word - 1] as number;
      right += chain.edge[word * edgeStride + before * labelStride + gold] as number;
      this.learnSteps(from, word, before, gold, rate);
    }
    return total - right;
  }

  /** Copies the features of a sequence, but for those left out, as places of their weights. */
  private keepSome(from: number, length: number): void {
    const { rows, random, settings } = this;
    const { perWord } = this.corpus;
    if (this.kept.length < length * perWord) this.kept = new Int32Array(length * perWord * 2);
    const { kept } = this;
    const start = from * perWord;
    for (let place = 0; place < length * perWord; place++) {
      const row = rows[start + place] as number;
      kept[place] = row === 0 || random() < settings.dropOut ? 0 : row * rowStride;
    }
  }

  private score(from: number, length: number): void {
    const { chain, corpus, kept, weights, edgeWeights, settings } = this;
    const { perWord, edges } = corpus;
    const { emission, edge } = chain;
    const mask = settings.edgeRows - 1;
    for (let word = 0; word < length; word++) {
      let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
      for (let place = word * perWord; place < (word + 1) * perWord; place++) {
        const row = kept[place] as number;
        if (row === 0) continue;
        s0 += weights[row] as number;
        s1 += weights[row + 1] as number;
        s2 += weights[row + 2] as number;
        s3 += weights[row + 3] as number;
        s4 += weights[row + 4] as number;
        s5 += weights[row + 5] as number;
        s6 += weights[row + 6] as number;
      }
      const at = word * labelStride;
      emission[at] = s0;
      emission[at + 1] = s1;
      emission[at + 2] = s2;
      emission[at + 3] = s3;
      emission[at + 4] = s4;
      emission[at + 5] = s5;
      emission[at + 6] = s6;
      const step = word * edgeStride;
      edge.fill(0, step, step + edgeStride);
      if (word === 0) continue;
      for (let feature = 0; feature < edgeFeatureCount; feature++) {
        const row = ((edges[(from + word) * edgeFeatureCount + feature] as number) & mask) * edgeStride;
        for (let place = 0; place < edgeStride; place++)
          edge[step + place] = (edge[step + place] as number) + (edgeWeights[row + place] as number);
      }
    }
  }

  private learnLabels(word: number, gold: number, rate: number): void {
    const { chain, error, kept, weights } = this;
    const { perWord } = this.corpus;
    let worst = 0;
    for (let label = 0; label < labelCount; label++) {
      error[label] = (label === gold ? 1 : 0) - (chain.marginal[word * labelStride + label] as number);
      worst = Math.max(worst, Math.abs(error[label] as number));
    }
    if (worst <= settled) return;
    for (let place = word * perWord; place < (word + 1) * perWord; place++) {
      const row = kept[place] as number;
      if (row === 0) continue;
      for (let label = 0; label < labelCount; label++) {
        const change = error[label] as number;
        if (change <= smallest && change >= -smallest) continue;
        const squares = (weights[row + labelStride + label] as number) + change * change;
        weights[row + labelStride + label] = squares;
        weights[row + label] =
          (weights[row + label] as number) + (rate * change) / Math.sqrt(squares + labelDamping);
      }
    }
  }

  private learnSteps(from: number, word: number, goldBefore: number, gold: number, rate: number): void {
    const { chain, edgeWeights, edgeSquares, settings } = this;
    const { edges } = this.corpus;
    const mask = settings.edgeRows - 1;
    const first = (from + word) * edgeFeatureCount;
    for (let before = 0; before < labelCount; before++) {
      for (let label = 0; label < labelCount; label++) {
        if (!mayFollow(before, label)) continue;
        const isGold = before === goldBefore && label === gold;
        const change = (isGold ? 1 : 0) - chain.edgeMarginal(word, before, label);
        if (change <= smallest && change >= -smallest) continue;
        for (let feature = first; feature < first + edgeFeatureCount; feature++) {
          const at = ((edges[feature] as number) & mask) * edgeStride + before * labelStride + label;
          const squares = (edgeSquares[at] as number) + change * change;
          edgeSquares[at] = squares;
          edgeWeights[at] = (edgeWeights[at] as number) + (rate * change) / Math.sqrt(squares + edgeDamping);
        }
      }
    }
  }
}
