import type { SequenceCorpus } from "./sequence-corpus.ts";

/** The features that are learned, numbered from 1 on. */
export interface FeatureRows {
  /** The hash of each, by number; the first place is not used. */
  readonly hashes: Int32Array;
  /** For each place of the corpus the number of its feature; 0 for one that is left out. */
  readonly rows: Int32Array;
  /** How often each occurs, by number. */
  readonly occurrences: Uint32Array;
}

/**
 * Numbers the features that occur `least` times or more (at most 255) in the sequences, in the order in which they first do.
 * Before they have numbers they are counted by 26 bits of their hashes, so that a rare feature can be taken in with a
 * frequent one, which does no harm.
 */
export function numberFeatures(
  { features, perWord, sequenceStart }: SequenceCorpus,
  sequences: readonly number[],
  least: number,
): FeatureRows {
  const seen = new Uint8Array(1 << 26);
  const placesOf = (sequence: number): readonly [from: number, to: number] => [
    (sequenceStart[sequence] as number) * perWord,
    (sequenceStart[sequence + 1] as number) * perWord,
  ];
  for (const sequence of sequences) {
    const [from, to] = placesOf(sequence);
    for (let place = from; place < to; place++) {
      const at = (features[place] as number) >>> 6;
      if ((seen[at] as number) < 255) seen[at] = (seen[at] as number) + 1;
    }
  }
  const table = new GrowingTable();
  const rows = new Int32Array(features.length);
  for (const sequence of sequences) {
    const [from, to] = placesOf(sequence);
    for (let place = from; place < to; place++) {
      const hash = features[place] as number;
      if ((seen[hash >>> 6] as number) >= least) rows[place] = table.rowOf(hash);
    }
  }
  const occurrences = new Uint32Array(table.count + 1);
  for (const row of rows) occurrences[row] = (occurrences[row] as number) + 1;
  return { hashes: table.hashes.slice(0, table.count + 1), rows, occurrences };
}

/** Numbers for hashes, by open addressing. */
class GrowingTable {
  hashes = new Int32Array(1 << 20);
  count = 0;
  private slots = new Int32Array(1 << 21);

  rowOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let row = this.slots[slot] as number; row !== 0; row = this.slots[slot] as number) {
      if (this.hashes[row] === hash) return row;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = ++this.count;
    this.hashes[this.count] = hash;
    if (this.count + 1 === this.hashes.length) this.grow();
    return this.count;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(hashes.length * 2);
    const mask = this.slots.length - 1;
    for (let row = 1; row <= this.count; row++) {
      let slot = (hashes[row] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = row;
    }
  }
}
