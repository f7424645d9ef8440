import { one, three, two } from "../syntax/feature-hash.ts";

/** Most features that a word can have: the room for sums of weights is made for it. */
export const mostFeatures = 256;

/**
 * The features of one word, each known by a hash of its template and values. Templates are numbered in the order
 * in which they are added, so that every word must add, or skip, the same ones.
 */
export class FeatureList {
  readonly hashes = new Int32Array(mostFeatures);
  length = 0;
  private template = 0;

  /** Empties the list. */
  clear(): void {
    this.length = 0;
    this.template = 0;
  }

  /** Goes on with the templates of a group, so that a group can be left out without others changing. */
  group(index: number): void {
    this.template = index << 8;
  }

  /** Leaves out the features of so many templates. */
  skip(templates: number): void {
    this.template += templates;
  }

  /** Adds a feature that is one number. */
  one(a: number): void {
    this.hashes[this.length++] = one(this.template++, a);
  }

  /** Adds a feature that is two numbers. */
  two(a: number, b: number): void {
    this.hashes[this.length++] = two(this.template++, a, b);
  }

  /** Adds a feature that is three numbers. */
  three(a: number, b: number, c: number): void {
    this.hashes[this.length++] = three(this.template++, a, b, c);
  }
}
