/** Most features that a sparse model can score at once. */
const mostScored = 256;

/** Gives the scores of all classes for a set of features: while training, and from the packed form at run time. */
export interface Scorer {
  /** Adds up the weights of the first `count` features into `scores`, which it clears first. */
  score(features: Int32Array, count: number, scores: Int32Array): void;
}

/**
 * Weights of a linear model with many classes as they are shipped: an open hash table of features whose number of
 * slots is a power of two. A slot is 0 where it is empty; else its upper 12 bits are those of the feature's hash, and the lower 20
 * tell where the feature's weights begin. A weight's lowest bit says that it is the feature's last, the next six
 * bits are its class, the rest its signed value.
 */
export interface PackedWeights {
  readonly slots: Uint32Array;
  readonly weights: Int16Array;
}

/** Most weights of a packed model; the first place is not used. */
export const mostPackedWeights: number = 1 << 20;

/** Scores many classes, each feature having weights for few of them. */
export class SparseScorer implements Scorer {
  private readonly slots: Uint32Array;
  private readonly weights: Int16Array;
  /** What the first slot of each feature holds. */
  private readonly found = new Uint32Array(mostScored);

  constructor({ slots, weights }: PackedWeights) {
    this.slots = slots;
    this.weights = weights;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots, weights, found: first } = this;
    const mask = slots.length - 1;
    scores.fill(0);
    // Slots lie all over memory: read without a branch between them, many are on their way at a time.
    for (let feature = 0; feature < count; feature++)
      first[feature] = slots[(features[feature] as number) & mask] as number;
    for (let feature = 0; feature < count; feature++) {
      let found = first[feature] as number;
      if (found === 0) continue;
      const hash = features[feature] as number;
      const check = hash >>> 20;
      let slot = hash & mask;
      while (found !== 0 && found >>> 20 !== check) {
        slot = (slot + 1) & mask;
        found = slots[slot] as number;
      }
      if (found === 0) continue;
      let at = found & 0xfffff;
      let packed: number;
      do {
        packed = weights[at++] as number;
        const label = (packed >> 1) & 63;
        scores[label] = (scores[label] as number) + (packed >> 7);
      } while ((packed & 1) === 0);
    }
  }
}

/**
 * Scores three classes. A slot holds the upper 12 bits of a feature's hash and two signed numbers of ten bits: by how
 * much the second and the third class are better than the first. A feature has one place only, so that there is one
 * read from memory and no branch for each; of those that fall on one place the weightiest was kept.
 */
export class ThreeWayScorer implements Scorer {
  private readonly slots: Int32Array;

  constructor(slots: Int32Array) {
    this.slots = slots;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let second = 0;
    let third = 0;
    for (let feature = 0; feature < count; feature++) {
      const hash = features[feature] as number;
      const found = slots[hash & mask] as number;
      // All ones where the upper bits agree, else 0.
      const same = (((found ^ hash) >>> 20) - 1) >> 31;
      second += ((found << 12) >> 22) & same;
      third += ((found << 22) >> 22) & same;
    }
    scores[0] = 0;
    scores[1] = second;
    scores[2] = third;
  }
}
