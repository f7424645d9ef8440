/**
 * Whole numbers by the hashes of words: an open hash table in one array, each number beside its hash, so that a look-up reads one
 * place in memory.
 */
export class NumbersByHash {
  /** A hash and its number for each place; the number of an empty place is 0. */
  private readonly places: Int32Array;
  private readonly mask: number;

  /** @param most how many hashes it has room for */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 1.5 + 2));
    this.places = new Int32Array(2 * size);
    this.mask = 2 * size - 1;
  }

  /** The number of a hash; 0 for a hash that has none. */
  of(hash: number): number {
    return this.places[this.placeOf(hash) + 1] as number;
  }

  /** Gives a hash a number other than 0, in the place of the one that it has. */
  put(hash: number, number: number): void {
    const place = this.placeOf(hash);
    this.places[place] = hash;
    this.places[place + 1] = number;
  }

  /** Where a hash stands, or would stand. */
  private placeOf(hash: number): number {
    const { places, mask } = this;
    let place = (hash << 1) & mask;
    while (places[place + 1] !== 0 && places[place] !== hash) place = (place + 2) & mask;
    return place;
  }
}
