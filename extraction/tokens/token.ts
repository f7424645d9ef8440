import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";

/** What the characters of a token tell of it. */
export interface TokenForm {
  /** The token as the article prints it. */
  readonly text: string;
  /** Lower-cased, with typographic apostrophes made straight: what the word lists are asked for. */
  readonly lower: string;
  /** The classes of words that `lower` is of by the lists: the bits that `wordClass` gives. */
  readonly classes: number;
}

/**
 * A word, a number, a punctuation mark, or a whole quotation standing as one token (its inside is never
 * searched, since only the outermost attribution counts).
 */
export class Token implements TokenForm {
  readonly kind: "word" | "number" | "punctuation" | "quotation";
  readonly text: string;
  readonly lower: string;
  readonly classes: number;
  /** Where it stands in the article: UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly quotation: Quotation | null;

  constructor(
    kind: Token["kind"],
    { text, lower, classes }: TokenForm,
    start: number,
    end: number,
    quotation: Quotation | null = null,
  ) {
    this.kind = kind;
    this.text = text;
    this.lower = lower;
    this.classes = classes;
    this.start = start;
    this.end = end;
    this.quotation = quotation;
  }

  /** Made when it is asked for: an article has a thousand tokens, and few of them are. */
  get span(): Span {
    return [this.start, this.end];
  }
}
