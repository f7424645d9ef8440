import type { ArticleWords } from "./article-words.ts";

/** A word and those around it in its paragraph, as places in the arrays of an article; the border for what is not there. */
export class Neighbourhood {
  at = 0;
  before1 = 0;
  before2 = 0;
  before3 = 0;
  behind1 = 0;
  behind2 = 0;
  behind3 = 0;
  /** The paragraph: its first word, and the one behind its last. */
  from = 0;
  to = 0;

  /** Moves to a word of the paragraph from `from` to before `to`. */
  move({ length }: ArticleWords, at: number, from: number, to: number): void {
    this.at = at;
    this.from = from;
    this.to = to;
    this.before1 = at - 1 >= from ? at - 1 : length;
    this.before2 = at - 2 >= from ? at - 2 : length;
    this.before3 = at - 3 >= from ? at - 3 : length;
    this.behind1 = at + 1 < to ? at + 1 : length;
    this.behind2 = at + 2 < to ? at + 2 : length;
    this.behind3 = at + 3 < to ? at + 3 : length;
  }
}
