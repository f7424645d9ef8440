import type { Token } from "../tokens/token.ts";

/** The longest nickname or label in marks, with its marks, in code units. */
const longestLabel = 24;

/** A word or two in marks inside a name or description: a nickname, a scare quote. */
export const isShortQuotation = (token: Token | undefined): boolean =>
  token?.kind === "quotation" &&
  token.text.length <= longestLabel &&
  !/[.,!?]/u.test(token.text.slice(-2, -1));
