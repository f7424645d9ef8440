/** The longest word that is kept from one article to another, in code units: V8 copies those, while a longer one would keep its article in memory. */
export const longestKept = 12;

const rowLength = 16;

/**
 * The characters of words that were met, a row for each place of a table of them: so a word of a text is told from another without a
 * look at its string, whose characters lie further away.
 */
export class WordRows {
  /** The length of each word, and its code units behind it. */
  private readonly rows: Uint16Array;

  /** @param places how many words there can be, none longer than {@link longestKept} */
  constructor(places: number) {
    this.rows = new Uint16Array(places * rowLength);
  }

  /** Whether the word at a place has the characters of the text between two others. */
  has(place: number, text: string, from: number, to: number): boolean {
    const { rows } = this;
    const row = place * rowLength;
    if (rows[row] !== to - from) return false;
    const shift = row + 1 - from;
    for (let at = from; at < to; at++) if (rows[shift + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Puts the characters of the text between two places at a place. */
  put(place: number, text: string, from: number, to: number): void {
    const row = place * rowLength;
    this.rows[row] = to - from;
    for (let at = from; at < to; at++) this.rows[row + 1 + at - from] = text.charCodeAt(at);
  }

  /** Copies the word at a place to the next. */
  moveOn(place: number): void {
    const row = place * rowLength;
    this.rows.copyWithin(row + rowLength, row, row + rowLength);
  }
}
