import { randomNumbers } from "#training/syntax/shuffled.ts";

/** A source of chance that gives the same again for the same seed. */
export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  /** One of a list that is not empty. */
  readonly oneOf: <One>(list: readonly One[]) => One;
};

/** Chance from a seed. */
export function chanceOf(seed: number): Chance {
  const share = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(share() * limit);
  return {
    below,
    oneOf(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError("there is nothing to draw from");
      return found;
    },
  };
}
