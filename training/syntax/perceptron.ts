import type { Scorer } from "#extraction/syntax/weights.ts";

/**
 * A multi-class perceptron with averaged weights (Collins 2002) over hashed features. A feature gets its row when it has
 * had a part in `admission` updates, so that the others learn to do without those that are rare. Averages are kept as Daume (2006) does: the weights, and their changes times the clock.
 */
export class Perceptron implements Scorer {
  readonly classes: number;
  /** Hash of each feature, by row. */
  keys: Int32Array;
  rows = 0;
  /** In how many mistakes each row had a part. */
  touched: Uint16Array;
  private slots: Int32Array;
  private weights: Int32Array;
  private changes: Float64Array;
  private clock = 1;
  /** Updates that features without a row had a part in, by the upper bits of their hash. */
  private readonly waiting = new Uint8Array(1 << 24);
  private readonly admission: number;

  constructor(classes: number, admission = 1, rows = 1 << 16) {
    this.admission = admission;
    this.classes = classes;
    this.keys = new Int32Array(rows);
    this.touched = new Uint16Array(rows);
    this.weights = new Int32Array(rows * classes);
    this.changes = new Float64Array(rows * classes);
    this.slots = new Int32Array(rows * 2);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { classes, weights } = this;
    scores.fill(0);
    for (let feature = 0; feature < count; feature++) {
      const row = this.rowOf(features[feature] as number);
      if (row < 0) continue;
      const from = row * classes;
      for (let label = 0; label < classes; label++)
        scores[label] = (scores[label] as number) + (weights[from + label] as number);
    }
  }

  /** One more example was seen: time goes on for the averages. */
  tick(): void {
    this.clock++;
  }

  /** Adds `by` to the weights of a class for the features. */
  update(features: Int32Array, count: number, label: number, by: number): void {
    for (let feature = 0; feature < count; feature++) {
      let row = this.rowOf(features[feature] as number);
      if (row < 0) {
        const hash = features[feature] as number;
        const updates = ((this.waiting[hash >>> 8] as number) + 1) & 255;
        this.waiting[hash >>> 8] = updates;
        if (updates < this.admission) continue;
        row = this.add(hash);
      }
      const at = row * this.classes + label;
      this.weights[at] = (this.weights[at] as number) + by;
      this.changes[at] = (this.changes[at] as number) + by * this.clock;
      this.touched[row] = Math.min(65535, (this.touched[row] as number) + 1);
    }
  }

  /** The averaged weight of a class in a row. */
  average(row: number, label: number): number {
    const at = row * this.classes + label;
    return (this.weights[at] as number) - (this.changes[at] as number) / this.clock;
  }

  private rowOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const row = this.slots[slot] as number;
      if (row === 0) return -1;
      if (this.keys[row - 1] === hash) return row - 1;
      slot = (slot + 1) & mask;
    }
  }

  private add(hash: number): number {
    if (this.rows === this.keys.length) this.grow();
    const row = this.rows++;
    this.keys[row] = hash;
    this.place(row);
    return row;
  }

  private place(row: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.keys[row] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
  }

  private grow(): void {
    const size = this.keys.length * 2;
    const keys = new Int32Array(size);
    keys.set(this.keys);
    this.keys = keys;
    const touched = new Uint16Array(size);
    touched.set(this.touched);
    this.touched = touched;
    const weights = new Int32Array(size * this.classes);
    weights.set(this.weights);
    this.weights = weights;
    const changes = new Float64Array(size * this.classes);
    changes.set(this.changes);
    this.changes = changes;
    this.slots = new Int32Array(size * 2);
    for (let row = 0; row < this.rows; row++) this.place(row);
  }
}
