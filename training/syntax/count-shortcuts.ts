import { firstSlot } from "#extraction/syntax/shortcuts.ts";

/** Counts which decisions were right under each key, to find the keys that settle them. */
export class ShortcutCounts {
  private readonly counts = new Map<number, Map<number, number>>();
  private readonly totals = new Map<number, number>();

  /** Notes that the decisions were right, one or several, in a case with this key. */
  add(key: number, right: readonly number[]): void {
    this.totals.set(key, (this.totals.get(key) ?? 0) + 1);
    const known = this.counts.get(key) ?? new Map<number, number>();
    for (const decision of right) known.set(decision, (known.get(decision) ?? 0) + 1);
    this.counts.set(key, known);
  }

  /** The table of the keys seen at least `often` under which one decision was right in at least `share` of the cases. */
  pack(often: number, share: number): Int32Array {
    const settled: [key: number, decision: number][] = [];
    for (const [key, known] of this.counts) {
      const total = this.totals.get(key) ?? 0;
      if (total < often) continue;
      const [best] = [...known].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (best && best[1] >= share * total) settled.push([key, best[0]]);
    }
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(16 + settled.length * 2)));
    for (const [key, decision] of settled) {
      let slot = firstSlot(key, slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = ((key + 1) << 6) | decision;
    }
    return slots;
  }
}
