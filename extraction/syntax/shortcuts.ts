/**
 * Decisions that a few tags settle: an open hash table whose number of slots is a power of two. A slot is 0 where it
 * is empty, else a key of up to 25 bits plus one, times 64, plus the decision.
 */
export class Shortcuts {
  private readonly slots: Int32Array;

  constructor(slots: Int32Array) {
    this.slots = slots;
  }

  /** The decision for a key, -1 where there is none. */
  lookUp(key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = firstSlot(key, mask);
    for (;;) {
      const found = slots[slot] as number;
      if (found === 0) return -1;
      if (found >>> 6 === key + 1) return found & 63;
      slot = (slot + 1) & mask;
    }
  }
}

/** Where the search for a key begins. */
export const firstSlot = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
