import type { CalibrationTable } from "#extraction/calibration-table.ts";
import type { Outcome } from "./calibration.ts";

/** Outcomes of neighbouring scores that share one probability. */
interface Block {
  readonly count: number;
  /** Sums over the block. */
  readonly scores: number;
  readonly right: number;
}

/**
 * A table that turns scores (any numbers, higher is surer) into probabilities: isotonic regression by pooling
 * adjacent violators (Ayer et al., 1955; for classifiers Zadrozny and Elkan, KDD 2002), each block a knot at its mean
 * score, with a line between the knots (centred isotonic regression, Oron and Flournoy, 2017). Blocks of fewer than
 * `smallestBlock` outcomes are pooled with a neighbour, so that three lucky ones are not called certain.
 *
 * Fit it on scores of text that the scorer was not trained on. Throws a `RangeError` where there is no outcome.
 */
export function fitIsotonic(outcomes: readonly Outcome[], smallestBlock = 20): CalibrationTable {
  if (outcomes.length === 0) throw new RangeError("there is no outcome to calibrate on");
  const pooled: Block[] = [];
  for (const block of blocksOfEqualScore(outcomes)) {
    let last = block;
    for (let before = pooled.at(-1); before && share(before) >= share(last); before = pooled.at(-1)) {
      last = merged(before, last);
      pooled.pop();
    }
    pooled.push(last);
  }
  const blocks = withoutSmall(pooled, smallestBlock);
  return {
    scores: blocks.map(({ scores, count }) => scores / count),
    probabilities: blocks.map(share),
  };
}

const share = ({ right, count }: Block): number => right / count;

const merged = (a: Block, b: Block): Block => ({
  count: a.count + b.count,
  scores: a.scores + b.scores,
  right: a.right + b.right,
});

/** One block for each score, in ascending order. */
function blocksOfEqualScore(outcomes: readonly Outcome[]): readonly Block[] {
  const byScore = new Map<number, Block>();
  for (const { confidence, right } of outcomes) {
    const block = byScore.get(confidence) ?? { count: 0, scores: 0, right: 0 };
    byScore.set(confidence, merged(block, { count: 1, scores: confidence, right: right ? 1 : 0 }));
  }
  return [...byScore].sort(([a], [b]) => a - b).map(([, block]) => block);
}

/** Neighbours pooled, from the lowest score up, until none is too small; a small rest joins the block below it. */
function withoutSmall(blocks: readonly Block[], smallest: number): readonly Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (last && last.count < smallest) kept[kept.length - 1] = merged(last, block);
    else kept.push(block);
  }
  const [last, before] = [kept.at(-1), kept.at(-2)];
  if (last && before && last.count < smallest) kept.splice(-2, 2, merged(before, last));
  return kept;
}
