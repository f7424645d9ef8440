import type { HiddenLayer } from "#extraction/claims/worth-layer.ts";
import { randomNumbers, shuffled } from "../syntax/shuffled.ts";

/** A proposition as numbers, with what it should give. */
export interface LayerExample {
  readonly worthy: boolean;
  readonly inputs: Float32Array;
}

/** How a hidden layer is learned. */
export interface LayerTraining {
  readonly hidden: number;
  readonly rounds: number;
  /** Learning rate of Adam; it falls to nothing over the rounds. */
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  /** Shares of the inputs and of the hidden units that are left out at random. */
  readonly dropInputs: number;
  readonly dropHidden: number;
  readonly batch: number;
}

/** Exponential means of the slopes and of their squares, and what keeps a step finite (Adam). */
const [keepSlope, keepSquare, least] = [0.9, 0.999, 1e-8];

/**
 * One hidden layer (rectified units) under a logistic regression, learned with Adam (Kingma and Ba 2015) and dropout (Srivastava
 * et al. 2014). Inputs are brought to a mean of 0 and a spread of 1 before, which is part of what is given. The same
 * examples and seed give the same layer.
 */
export function learnLayer(
  examples: readonly LayerExample[],
  training: LayerTraining,
  seed: number,
): HiddenLayer {
  const { hidden, rounds, rate, batch } = training;
  const spread = spreads(examples);
  const scaled = examples.map(({ worthy, inputs }) => ({
    worthy,
    inputs: inputs.map((one, at) => (one - (spread.means[at] ?? 0)) * (spread.scales[at] ?? 0)),
  }));
  const random = randomNumbers(seed);
  const layer = new Layer(spread.means.length, training, random);
  const steps = rounds * Math.ceil(examples.length / batch);
  for (let round = 0, step = 0; round < rounds; round++) {
    const order = shuffled(scaled, seed + round);
    for (let from = 0; from < order.length; from += batch) {
      layer.learn(order.slice(from, from + batch), rate * (1 - step / steps));
      step++;
    }
  }
  const weights = layer.weights.map((weight, at) => weight * (spread.scales[Math.floor(at / hidden)] ?? 0));
  const thresholds = layer.thresholds.map((threshold, unit) =>
    spread.means.reduce((sum, mean, at) => sum - mean * (weights[at * hidden + unit] ?? 0), threshold),
  );
  return { weights, thresholds, out: layer.out.slice(), bias: layer.bias };
}

/** The layer while it learns: all that is learned lies in one array, and so do slopes and their means. */
class Layer {
  private readonly values: Float32Array;
  private readonly slopes: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float32Array;
  private readonly back: Float32Array;
  /** The inputs of the example at hand that are not left out: where their weights begin, and how much they are. */
  private readonly rows: Int32Array;
  private readonly amounts: Float32Array;
  private readonly training: LayerTraining;
  private readonly random: () => number;
  private readonly inputs: number;
  private readonly thresholdAt: number;
  private readonly outAt: number;
  private readonly biasAt: number;
  private steps = 0;

  constructor(inputs: number, training: LayerTraining, random: () => number) {
    const { hidden } = training;
    this.training = training;
    this.random = random;
    this.inputs = inputs;
    this.thresholdAt = inputs * hidden;
    this.outAt = this.thresholdAt + hidden;
    this.biasAt = this.outAt + hidden;
    const size = this.biasAt + 1;
    this.values = new Float32Array(size);
    this.slopes = new Float32Array(size);
    this.means = new Float32Array(size);
    this.squares = new Float32Array(size);
    this.sums = new Float32Array(hidden);
    this.back = new Float32Array(hidden);
    this.rows = new Int32Array(inputs);
    this.amounts = new Float32Array(inputs);
    for (let at = 0; at < this.thresholdAt; at++) this.values[at] = normal(random) * Math.sqrt(2 / inputs);
    for (let at = this.outAt; at < this.biasAt; at++)
      this.values[at] = normal(random) * Math.sqrt(1 / hidden);
  }

  get weights(): Float32Array {
    return this.values.subarray(0, this.thresholdAt);
  }
  get thresholds(): Float32Array {
    return this.values.subarray(this.thresholdAt, this.outAt);
  }
  get out(): Float32Array {
    return this.values.subarray(this.outAt, this.biasAt);
  }
  get bias(): number {
    return this.values[this.biasAt] ?? 0;
  }

  /** One step of Adam down the mean slope of some examples. */
  learn(examples: readonly LayerExample[], rate: number): void {
    const { values, slopes, means, squares, thresholdAt, outAt, biasAt } = this;
    slopes.fill(0);
    for (const { worthy, inputs } of examples) {
      const used = this.choose(inputs);
      const score = this.forward(used);
      this.backward(used, (1 / (1 + Math.exp(-score)) - (worthy ? 1 : 0)) / examples.length);
    }
    this.steps++;
    const reach = (rate * Math.sqrt(1 - keepSquare ** this.steps)) / (1 - keepSlope ** this.steps);
    for (let at = 0; at < values.length; at++) {
      const pulled = at < thresholdAt || (at >= outAt && at < biasAt);
      const value = values[at] as number;
      const slope = (slopes[at] as number) + (pulled ? this.training.decay * value : 0);
      const mean = keepSlope * (means[at] as number) + (1 - keepSlope) * slope;
      const square = keepSquare * (squares[at] as number) + (1 - keepSquare) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      values[at] = value - (reach * mean) / (Math.sqrt(square) + least);
    }
  }

  /** Leaves inputs out at random; gives how many are left. */
  private choose(inputs: Float32Array): number {
    const { dropInputs, hidden } = this.training;
    let used = 0;
    for (let at = 0; at < this.inputs; at++) {
      const amount = inputs[at] as number;
      if (amount === 0 || this.random() < dropInputs) continue;
      this.rows[used] = at * hidden;
      this.amounts[used++] = amount / (1 - dropInputs);
    }
    return used;
  }

  /** The score; `back` then says how much each unit counted: nothing where it was off or left out. */
  private forward(used: number): number {
    const { values, sums, back, rows, amounts, thresholdAt, outAt } = this;
    const { dropHidden, hidden } = this.training;
    for (let unit = 0; unit < hidden; unit++) sums[unit] = values[thresholdAt + unit] as number;
    for (let at = 0; at < used; at++) {
      const row = rows[at] as number;
      const amount = amounts[at] as number;
      for (let unit = 0; unit < hidden; unit++)
        sums[unit] = (sums[unit] as number) + amount * (values[row + unit] as number);
    }
    let score = this.bias;
    for (let unit = 0; unit < hidden; unit++) {
      const on = (sums[unit] as number) > 0 && this.random() >= dropHidden;
      const share = on ? 1 / (1 - dropHidden) : 0;
      back[unit] = share;
      score += share * (sums[unit] as number) * (values[outAt + unit] as number);
    }
    return score;
  }

  /** Adds to the slopes those of one example, which missed by so much. */
  private backward(used: number, miss: number): void {
    const { values, slopes, sums, back, rows, amounts, thresholdAt, outAt, biasAt } = this;
    const { hidden } = this.training;
    slopes[biasAt] = (slopes[biasAt] as number) + miss;
    for (let unit = 0; unit < hidden; unit++) {
      const counted = miss * (back[unit] as number);
      slopes[outAt + unit] = (slopes[outAt + unit] as number) + counted * (sums[unit] as number);
      const slope = counted * (values[outAt + unit] as number);
      back[unit] = slope;
      slopes[thresholdAt + unit] = (slopes[thresholdAt + unit] as number) + slope;
    }
    for (let at = 0; at < used; at++) {
      const row = rows[at] as number;
      const amount = amounts[at] as number;
      for (let unit = 0; unit < hidden; unit++)
        slopes[row + unit] = (slopes[row + unit] as number) + amount * (back[unit] as number);
    }
  }
}

/** Mean of each input, and what brings it to a spread of 1; 0 for one that is always the same. */
function spreads(examples: readonly LayerExample[]): {
  readonly means: Float64Array;
  readonly scales: Float64Array;
} {
  const count = examples[0]?.inputs.length ?? 0;
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  for (const { inputs } of examples)
    for (let at = 0; at < count; at++) {
      const one = inputs[at] as number;
      means[at] = (means[at] as number) + one / examples.length;
      squares[at] = (squares[at] as number) + (one * one) / examples.length;
    }
  const scales = squares.map((square, at) => {
    const variance = square - (means[at] as number) ** 2;
    return variance > 1e-6 ? 1 / Math.sqrt(variance) : 0;
  });
  return { means, scales };
}

/** A number of the normal distribution (Box and Muller 1958). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
