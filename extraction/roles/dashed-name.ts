import type { Token } from "../tokens/token.ts";
import { isCapitalised } from "../tokens/word-classes.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";

/** A dash of any length, as before the name of whom a quotation is by. */
export const isDash = (token: Token | undefined): boolean => !!token && /^[—–―-]$/u.test(token.text);

/** "“…” — Ana Ruiz": a quotation, a dash and a name at the end. */
export function dashedName(tokens: readonly Token[], floor: number): Attributed | null {
  const dash = floor + 1;
  if (!tokens[floor]?.quotation || !isDash(tokens[dash])) return null;
  const source = phraseStartingAt(tokens, dash + 1);
  if (!source || source.last < tokens.length - 2 || !isCapitalised(tokens[dash + 1])) return null;
  return attributed(tokens, {
    source,
    cue: { first: dash, last: dash },
    content: [{ first: floor, last: dash - 1 }],
    rule: "name-below-quotation",
  });
}
