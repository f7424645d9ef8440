/** A layer of units that give 0 below a threshold (rectified), and a weighted sum of them. */
export interface HiddenLayer {
  /** For each input, one after the other, its weight in each unit. */
  readonly weights: Float32Array | Float64Array;
  /** What each unit begins its sum with. */
  readonly thresholds: Float32Array;
  /** How much each unit counts. */
  readonly out: Float32Array;
  readonly bias: number;
}

/**
 * What gives a layer's score for inputs, in log odds before calibration. A function of its own for each layer, since the
 * compiler takes what the only one closes over for constants, which makes it a third quicker.
 */
export function layerScorer({
  weights,
  thresholds,
  out,
  bias,
}: HiddenLayer): (inputs: Float32Array) => number {
  const units = thresholds.length;
  const sums = new Float64Array(units);
  /** Of the inputs that are not 0: where their weights begin, and how much they are. */
  const rows = new Int32Array(weights.length / units + 3);
  const amounts = new Float64Array(rows.length);

  /** Chooses the inputs that are not 0, and as many that count nothing as a multiple of four takes; gives how many. */
  const choose = (inputs: Float32Array): number => {
    let used = 0;
    for (let at = 0; at < inputs.length; at++) {
      const amount = inputs[at] as number;
      if (amount === 0) continue;
      rows[used] = at * units;
      amounts[used++] = amount;
    }
    while ((used & 3) !== 0) {
      rows[used] = 0;
      amounts[used++] = 0;
    }
    return used;
  };

  return (inputs) => {
    sums.set(thresholds);
    const used = choose(inputs);
    // Four inputs at a time, so that each sum is fetched and put back a fourth as often.
    for (let from = 0; from < used; from += 4) {
      const a = rows[from] as number;
      const b = rows[from + 1] as number;
      const c = rows[from + 2] as number;
      const d = rows[from + 3] as number;
      const ofA = amounts[from] as number;
      const ofB = amounts[from + 1] as number;
      const ofC = amounts[from + 2] as number;
      const ofD = amounts[from + 3] as number;
      for (let unit = 0; unit < units; unit++)
        sums[unit] =
          (sums[unit] as number) +
          ofA * (weights[a + unit] as number) +
          ofB * (weights[b + unit] as number) +
          ofC * (weights[c + unit] as number) +
          ofD * (weights[d + unit] as number);
    }
    let score = bias;
    for (let unit = 0; unit < units; unit++) {
      const sum = sums[unit] as number;
      if (sum > 0) score += sum * (out[unit] as number);
    }
    return score;
  };
}
