/** A score and what came of it. */
export interface ScoredOutcome {
  readonly score: number;
  readonly right: boolean;
  /** How much it counts against the others; 1 where nothing is said. */
  readonly weight?: number;
}

/** The line that makes log odds of a score. */
export interface Sigmoid {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Fits the log odds of being right as a line over scores (Platt, Probabilistic Outputs for Support Vector Machines,
 * 1999), by Newton's method on the softened targets that he gives. The slope is never below 0.05, so that a higher
 * score stays a higher probability.
 */
export function fitSigmoid(outcomes: readonly ScoredOutcome[]): Sigmoid {
  const right = outcomes.filter((outcome) => outcome.right).length;
  const yes = (right + 1) / (right + 2);
  const no = 1 / (outcomes.length - right + 2);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 50; round++) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-6, 0, 1e-6];
    for (const outcome of outcomes) {
      const p = 1 / (1 + Math.exp(-(slope * outcome.score + intercept)));
      const { weight = 1 } = outcome;
      const miss = weight * (p - (outcome.right ? yes : no));
      const spread = weight * p * (1 - p);
      a += miss * outcome.score;
      b += miss;
      aa += spread * outcome.score * outcome.score;
      ab += spread * outcome.score;
      bb += spread;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) break;
    // Half steps at the beginning: a full one can leap over the valley.
    const share = round < 5 ? 0.5 : 1;
    slope = Math.max(0.05, slope - (share * (bb * a - ab * b)) / determinant);
    intercept -= (share * (aa * b - ab * a)) / determinant;
  }
  return { slope, intercept };
}
