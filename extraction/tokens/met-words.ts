/** The longest word that is kept from one article to another, in code units: V8 copies those, while a longer one would keep its article in memory. */
export const longestKept = 12;

/** Places that the characters of a word take, behind one for its length. */
const rowLength = 16;

/**
 * What is known of the words that were met last, by a number that is made of each: two for each even number, of which the one that is
 * behind has to give way. Nearly all words of an article were met before, in it or in another.
 */
export class MetWords<Known extends object> {
  private readonly known: (Known | undefined)[];
  /**
   * The length of each word, and its code units behind it: so a word of a text is told from another without a look at its
   * string, whose characters lie further away.
   */
  private readonly rows: Uint16Array;
  private readonly mask: number;

  /** @param places how many words there can be: a power of two */
  constructor(places: number) {
    this.known = new Array<Known | undefined>(places).fill(undefined);
    this.rows = new Uint16Array(places * rowLength);
    this.mask = places - 2;
  }

  /** What is known of the word between two places of a text, by its number; `undefined` where that is not kept. */
  find(number: number, text: string, from: number, to: number): Known | undefined {
    const place = number & this.mask;
    const known = this.known[place];
    if (known === undefined || this.has(place, text, from, to)) return known;
    return this.has(place + 1, text, from, to) ? this.known[place + 1] : undefined;
  }

  /** Keeps what is known of a word that is not kept yet, unless it is longer than {@link longestKept}. */
  keep(number: number, text: string, from: number, to: number, known: Known): void {
    if (to - from > longestKept) return;
    const place = number & this.mask;
    const { rows } = this;
    const row = place * rowLength;
    this.known[place + 1] = this.known[place];
    rows.copyWithin(row + rowLength, row, row + rowLength);
    this.known[place] = known;
    rows[row] = to - from;
    for (let at = from; at < to; at++) rows[row + 1 + at - from] = text.charCodeAt(at);
  }

  private has(place: number, text: string, from: number, to: number): boolean {
    const { rows } = this;
    const row = place * rowLength;
    if (rows[row] !== to - from) return false;
    const shift = row + 1 - from;
    for (let at = from; at < to; at++) if (rows[shift + at] !== text.charCodeAt(at)) return false;
    return true;
  }
}
