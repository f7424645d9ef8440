import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

const marks = wordClass(['"', "“", "”"]);

/** A quotation mark that stands as a token of its own. */
export const isMark = (token: Token | undefined): boolean => isOf(token, marks);

/** Whether a token of a name, which goes from `first` to `last`, is a quotation, a mark, or the word between two marks. */
export const isInMarks = (tokens: readonly Token[], at: number, first: number, last: number): boolean =>
  tokens[at]?.kind === "quotation" ||
  isMark(tokens[at]) ||
  (at > first && at < last && isMark(tokens[at - 1]) && isMark(tokens[at + 1]));
