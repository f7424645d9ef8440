import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";

/**
 * A word, a number, a punctuation mark, or a whole quotation standing as one token (its inside is never
 * searched, since only the outermost attribution counts).
 */
export interface Token {
  readonly kind: "word" | "number" | "punctuation" | "quotation";
  /** The token as the article prints it. */
  readonly text: string;
  /** Lower-cased, with typographic apostrophes made straight: what the word lists are asked for. */
  readonly lower: string;
  /** The classes of words that `lower` is of by the lists: the bits that `wordClass` gives. */
  readonly classes: number;
  readonly span: Span;
  readonly quotation: Quotation | null;
}
