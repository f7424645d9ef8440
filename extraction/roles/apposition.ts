import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isCapitalised, isConjunction, isDeterminer, isPreposition } from "../tokens/word-classes.ts";
import { isRoleNoun } from "./noun-complement.ts";
import { reportingVerbs } from "./reporting-verbs.ts";

/** The longest apposition looked for, in tokens. */
export const longestApposition = 30;

/** The mark that an apposition stands between. */
export const isComma = (token: Token | undefined): boolean => token?.text === ",";

/** What an apposition begins with: a determiner, an age, a role, a name, "who", "of". */
export const opensApposition = (token: Token | undefined): boolean =>
  isDeterminer(token) ||
  token?.kind === "number" ||
  isCapitalised(token) ||
  (!!token &&
    (isRoleNoun(token) || ["who", "whose", "of", "now", "then", "which", "from"].includes(token.lower))) ||
  (!!token && /^(?:former|chief|vice|deputy|senior|acting|lead|head|co-)/u.test(token.lower));

/** An aside between commas that is no part of the source ("however", "speaking in Tolvek", "on Monday"). */
export const isAside = (token: Token | undefined): boolean =>
  !!token &&
  (isPreposition(token) ||
    /(?:ing|ly|ed)$/u.test(token.lower) ||
    ["however", "too", "meanwhile", "in", "though"].includes(token.lower));

/**
 * The last token of a noun phrase that ends at `last`, with the apposition between commas that follows it ("Ana Ruiz,
 * 54, a teacher at the school,"); `last` itself where none follows.
 */
export function endOfApposition(tokens: readonly Token[], last: number): number {
  const age = tokens[last + 2];
  if (isComma(tokens[last + 1]) && age?.kind === "number" && isComma(tokens[last + 3])) {
    return endOfOneApposition(tokens, last + 2);
  }
  return endOfOneApposition(tokens, last);
}

function endOfOneApposition(tokens: readonly Token[], last: number): number {
  const opening = tokens[last + 2];
  if (!isComma(tokens[last + 1]) || !opensApposition(opening) || opening?.kind === "quotation") return last;
  const relative = opening?.lower === "who" || opening?.lower === "whose" || opening?.lower === "which";
  for (let at = last + 2; at < Math.min(tokens.length, last + longestApposition); at++) {
    const token = tokens[at];
    if (!token || token.kind === "quotation" || /^[.;:!?—–]$/u.test(token.text)) return at - 1;
    // A relative clause that reports something is an attribution of its own.
    if (relative && reportingVerbs(token.lower).length > 0) return last;
    if (isComma(token)) return at;
    if (
      !relative &&
      looksFinite(token) &&
      at > last + 3 &&
      !isPreposition(tokens[at - 1]) &&
      !isDeterminer(tokens[at - 1])
    ) {
      return isConjunction(token) ? at - 1 : last;
    }
  }
  return tokens.length - 1;
}
