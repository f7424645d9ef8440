import type { Token } from "../tokens/token.ts";
import { isCapitalised } from "../tokens/word-classes.ts";

/**
 * A source without the clause that opens it: a participle with a name, two words or more, and behind them the name that
 * the source ends with ("greeting Ferrow with a smile Mayor Marsten" is Marsten, not Ferrow).
 */
export function withoutOpeningClause(source: readonly Token[]): readonly Token[] {
  if (!/^\p{Ll}+ing$/u.test(source[0]?.text ?? "") || !isCapitalised(source[1])) return source;
  const last = source.findLastIndex((token) => !isCapitalised(token));
  const hasWordsBetween = last > 2 && !isCapitalised(source[last - 1]);
  return hasWordsBetween && last < source.length - 1 ? source.slice(last + 1) : source;
}
