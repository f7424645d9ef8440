/** A prediction with its confidence, a score or probability, and whether it was right. */
export interface Outcome {
  readonly confidence: number;
  readonly right: boolean;
}

/** The predictions whose confidence lies in `[from, to)`; the last bin holds 1 too. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence of the bin; `null` for an empty one, as is the next. */
  readonly confidence: number | null;
  /** Share of the bin that was right. */
  readonly right: number | null;
}

/** How far confidences are probabilities. */
export interface Calibration {
  readonly count: number;
  readonly bins: readonly ReliabilityBin[];
  /**
   * Expected calibration error: the distance between mean confidence and share right, averaged over bins by their
   * counts (Guo et al., ICML 2017). 0 is perfect.
   */
  readonly expectedError: number;
  /** Mean square of confidence minus outcome (Brier, 1950): 0 is perfect, 0.25 is what a constant 0.5 has. */
  readonly brier: number;
}

/**
 * Compares confidences (0 to 1) with outcomes, in `binCount` bins of one width. Throws a `RangeError` for a confidence
 * that is no probability. Of no outcomes at all both errors are 0.
 */
export function calibration(outcomes: readonly Outcome[], binCount = 10): Calibration {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, right: 0 }));
  let squares = 0;
  for (const { confidence, right } of outcomes) {
    const sum = sums[Math.min(binCount - 1, Math.floor(confidence * binCount))];
    if (sum === undefined || confidence > 1)
      throw new RangeError(`a confidence must lie between 0 and 1, and ${confidence} does not`);
    const outcome = right ? 1 : 0;
    sum.count++;
    sum.confidence += confidence;
    sum.right += outcome;
    squares += (confidence - outcome) ** 2;
  }
  const all = Math.max(1, outcomes.length);
  return {
    count: outcomes.length,
    bins: sums.map(({ count, confidence, right }, index) => ({
      from: index / binCount,
      to: (index + 1) / binCount,
      count,
      confidence: count === 0 ? null : confidence / count,
      right: count === 0 ? null : right / count,
    })),
    expectedError: sums.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / all,
    brier: squares / all,
  };
}
