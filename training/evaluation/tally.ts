/** Counts of one measure: found and right, found and wrong, not found. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Precision, recall and their harmonic mean, 0 to 1, beside the counts. */
export interface Figures extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The tally of nothing, to sum from. */
export const noTally: Tally = { right: 0, wrong: 0, missed: 0 };

/** The counts of several articles together (micro average). */
export const sumTallies = (tallies: Iterable<Tally>): Tally => {
  let sum = noTally;
  for (const { right, wrong, missed } of tallies) {
    sum = { right: sum.right + right, wrong: sum.wrong + wrong, missed: sum.missed + missed };
  }
  return sum;
};

/** Compares two sets by equality of their members. */
export function tallySets<T>(gold: ReadonlySet<T>, predicted: ReadonlySet<T>): Tally {
  const right = sharedCount(predicted, gold);
  return { right, wrong: predicted.size - right, missed: gold.size - right };
}

/** Counts from the number of pairs, predictions and gold items of a one-to-one matching. */
export const tallyMatches = (matched: number, predicted: number, gold: number): Tally => ({
  right: matched,
  wrong: predicted - matched,
  missed: gold - matched,
});

/** Figures of a tally. Where nothing was found, or nothing was to be found, the part is 0. */
export function figuresOf(tally: Tally): Figures {
  const { right, wrong, missed } = tally;
  const precision = right === 0 ? 0 : right / (right + wrong);
  const recall = right === 0 ? 0 : right / (right + missed);
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...tally, precision, recall, f1 };
}

/** How many members two sets have in common. */
export function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const member of a) if (b.has(member)) shared++;
  return shared;
}
