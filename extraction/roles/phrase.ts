import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";

/** A run of tokens by index: first and last, both inside. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/**
 * The longest noun phrase that is read, in tokens. Nobody is named by more words; without a bound, a sentence of a
 * hundred thousand words would be read anew for every verb in it.
 */
export const longestPhrase = 100;

/** The text span of a run of tokens. */
export function spanOf(tokens: readonly Token[], { first, last }: Phrase): Span {
  const from = tokens[first];
  const to = tokens[last];
  return from && to ? [from.start, to.end] : [0, 0];
}

/** The quotations that stand as tokens inside a run. */
export function quotationsIn(tokens: readonly Token[], { first, last }: Phrase): Quotation[] {
  const found: Quotation[] = [];
  for (let at = first; at <= last; at++) {
    const quotation = tokens[at]?.quotation;
    if (quotation) found.push(quotation);
  }
  return found;
}
