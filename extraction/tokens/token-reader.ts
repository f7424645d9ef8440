import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Token } from "./token.ts";
import { tokenise } from "./tokenise.ts";

/**
 * How many stretches keep their tokens: more than an ordinary article has sentences, so that each of its sentences is taken
 * apart once.
 */
const kept = 256;

/** A stretch of a text whose tokens are there when they are asked for. */
export interface Stretch {
  readonly span: Span;
  readonly tokens: readonly Token[];
}

/**
 * Takes stretches of one text apart when their tokens are asked for, and again when they are asked for long after: the
 * tokens of a whole book at a time would take up forty times what its text does.
 */
export class TokenReader {
  readonly #text: string;
  // An array that is written over and no map: a map that loses and gains entries is made anew now and then, and V8
  // would take what the old ones held for alive until it next clears the old generation.
  readonly #last: TokenisedStretch[] = [];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes a stretch apart and keeps its tokens in the place of those that were read longest ago. */
  read(stretch: TokenisedStretch): readonly Token[] {
    this.#last[this.#next]?.forget();
    this.#last[this.#next] = stretch;
    this.#next = (this.#next + 1) % kept;
    return tokenise(this.#text, stretch.span, stretch.quotations);
  }
}

/** A stretch of the text that a reader takes apart; `quotations` (in order, not overlapping) stand in it as single tokens. */
export class TokenisedStretch implements Stretch {
  readonly span: Span;
  readonly quotations: readonly Quotation[];
  readonly #reader: TokenReader;
  #tokens: readonly Token[] | null = null;

  constructor(reader: TokenReader, span: Span, quotations: readonly Quotation[]) {
    this.#reader = reader;
    this.span = span;
    this.quotations = quotations;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.#reader.read(this);
    return this.#tokens;
  }

  /** Lets the tokens go; when they are asked for again, they are made anew. */
  forget(): void {
    this.#tokens = null;
  }
}
