import { sharedCount } from "./tally.ts";

/** Two items, by their place in the lists, that have tokens in common. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
  /** How many tokens they share. */
  readonly shared: number;
}

/**
 * Pairs two lists of token sets one to one. Only sets that share a token can be a pair; the larger share of common
 * tokens (intersection over union, plus what `bonus` gives the pair) comes first, then the order of the lists.
 */
export function matchOneToOne(
  gold: readonly ReadonlySet<number>[],
  predicted: readonly ReadonlySet<number>[],
  bonus: (gold: number, predicted: number) => number = () => 0,
): readonly Pair[] {
  const candidates: (Pair & { readonly rank: number })[] = [];
  for (const [goldIndex, goldTokens] of gold.entries()) {
    for (const [predictedIndex, predictedTokens] of predicted.entries()) {
      const shared = sharedCount(goldTokens, predictedTokens);
      if (shared === 0) continue;
      const share = shared / (goldTokens.size + predictedTokens.size - shared);
      const rank = share + bonus(goldIndex, predictedIndex);
      candidates.push({ gold: goldIndex, predicted: predictedIndex, shared, rank });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank);
  const pairs: Pair[] = [];
  const takenGold = new Set<number>();
  const takenPredicted = new Set<number>();
  for (const { gold: goldIndex, predicted: predictedIndex, shared } of candidates) {
    if (takenGold.has(goldIndex) || takenPredicted.has(predictedIndex)) continue;
    takenGold.add(goldIndex);
    takenPredicted.add(predictedIndex);
    pairs.push({ gold: goldIndex, predicted: predictedIndex, shared });
  }
  return pairs;
}
