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

/** The score that a layer gives to inputs, in log odds before calibration. */
export function hiddenScore({ weights, thresholds, out, bias }: HiddenLayer, inputs: Float32Array): number {
  const units = thresholds.length;
  const sums = Float64Array.from(thresholds);
  const rows = new Int32Array(inputs.length);
  let used = 0;
  for (let at = 0; at < inputs.length; at++) if (inputs[at] !== 0) rows[used++] = at;
  // Four inputs at a time, so that each sum is fetched and put back a fourth as often; 0 of the first where there are fewer.
  for (let from = 0; from < used; from += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [rows[from], rows[from + 1], rows[from + 2], rows[from + 3]];
    const has = used - from;
    const ofA = inputs[a] as number;
    const ofB = has > 1 ? (inputs[b] as number) : 0;
    const ofC = has > 2 ? (inputs[c] as number) : 0;
    const ofD = has > 3 ? (inputs[d] as number) : 0;
    for (let unit = 0; unit < units; unit++)
      sums[unit] =
        (sums[unit] as number) +
        ofA * (weights[a * units + unit] as number) +
        ofB * (weights[b * units + unit] as number) +
        ofC * (weights[c * units + unit] as number) +
        ofD * (weights[d * units + unit] as number);
  }
  let score = bias;
  for (let unit = 0; unit < units; unit++) {
    const sum = sums[unit] as number;
    if (sum > 0) score += sum * (out[unit] as number);
  }
  return score;
}
