import { firstSlot } from "#extraction/syntax/shortcuts.ts";

/** A case, by its key or name, and the decision that is taken in it. */
export type SettledCase = readonly [key: number, decision: number];

/** Counts which decisions were right, or were taken, in each case, to find the cases that settle them. */
export class DecisionCounts {
  private readonly counts = new Map<number, Map<number, number>>();
  private readonly totals = new Map<number, number>();

  /** Notes a case with this key, and the decision or decisions that were right in it. */
  add(key: number, right: readonly number[]): void {
    this.totals.set(key, (this.totals.get(key) ?? 0) + 1);
    const known = this.counts.get(key) ?? new Map<number, number>();
    for (const decision of right) known.set(decision, (known.get(decision) ?? 0) + 1);
    this.counts.set(key, known);
  }

  /** The cases seen at least `often` in which one decision was right in at least `share` of the times. */
  settled(often: number, share: number): SettledCase[] {
    const settled: SettledCase[] = [];
    for (const [key, known] of this.counts) {
      const total = this.totals.get(key) ?? 0;
      if (total < often) continue;
      const [best] = [...known].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (best && best[1] >= share * total) settled.push([key, best[0]]);
    }
    return settled;
  }
}

/** The table that `Shortcuts` reads. */
export const packShortcuts = (settled: readonly SettledCase[]): Int32Array =>
  pack(settled, firstSlot, (key, decision) => ((key + 1) << 6) | decision);

/** The table that `Habits` reads. */
export const packHabits = (settled: readonly SettledCase[]): Int32Array =>
  pack(
    settled,
    (name, mask) => name & mask,
    (name, decision) => (name & ~63) | (decision + 1),
  );

function pack(
  settled: readonly SettledCase[],
  firstOf: (key: number, mask: number) => number,
  slotOf: (key: number, decision: number) => number,
): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(16 + settled.length * 2)));
  const mask = slots.length - 1;
  for (const [key, decision] of settled) {
    let slot = firstOf(key, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = slotOf(key, decision);
  }
  return slots;
}
