import { firstFrom } from "./first-from.ts";

/**
 * Knots of a line that turns scores into probabilities. Both lists are of one length; scores ascend strictly,
 * probabilities (0 to 1) never fall.
 */
export interface CalibrationTable {
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
}

/** The probability of a score in four digits, as results carry it: more cannot be known. */
export const confidenceAt = (table: CalibrationTable, score: number): number =>
  Math.round(1e4 * probabilityAt(table, score)) / 1e4;

/** The probability of a score: on the line between its two knots, and level beyond the outermost ones. */
export function probabilityAt({ scores, probabilities }: CalibrationTable, score: number): number {
  const right = firstFrom(scores, score, (knot) => knot);
  const above = probabilities[right] ?? probabilities.at(-1) ?? 0;
  const from = scores[right - 1];
  const to = scores[right];
  if (from === undefined || to === undefined) return above;
  const below = probabilities[right - 1] ?? above;
  return below + ((above - below) * (score - from)) / (to - from);
}
