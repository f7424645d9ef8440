import type { Token } from "../tokens/token.ts";

/** A quotation mark that stands as a token of its own. */
export const isMark = (token: Token | undefined): boolean => /^["“”]$/u.test(token?.text ?? "");

/** Whether a token is a quotation, a mark, or the word between two marks. */
export const isInMarks = (name: readonly Token[], at: number): boolean =>
  name[at]?.kind === "quotation" || isMark(name[at]) || (isMark(name[at - 1]) && isMark(name[at + 1]));
