import { nameFeatures } from "../syntax/feature-hash.ts";
import { mostNames } from "./label-sums.ts";

/**
 * The features of one word, each known by a hash of its template and values. Templates are numbered in the order
 * in which they are added, so that every word must add, or skip, the same ones.
 *
 * Whoever adds features puts numbers that tell their values (a value, a {@link pair}, a {@link triple}) into `hashes` from
 * `length` on and then has them {@link FeatureList.name}d: numbers that are only put there one after the other, and hashed in
 * one loop, take a third of the time that a call for each takes.
 */
export class FeatureList {
  readonly hashes: Int32Array;
  length = 0;
  private template = 0;

  /** @param hashes room for {@link mostNames}: that of the weights that are asked, so that nothing has to be copied there */
  constructor(hashes: Int32Array = new Int32Array(mostNames)) {
    this.hashes = hashes;
  }

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

  /** Makes features of the numbers that were put into `hashes` behind those that there are, up to before `end`. */
  name(end: number): void {
    nameFeatures(this.hashes, this.length, end, this.template);
    this.template += end - this.length;
    this.length = end;
  }
}
