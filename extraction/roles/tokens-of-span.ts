import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";
import type { Unit } from "./unit.ts";

const startOfUnit = ({ span }: Unit): number => span[0];
const startOfToken = ({ start }: Token): number => start;

/**
 * The tokens of a stretch of an article. Those of a unit serve for a stretch that begins and ends with one: the unit is taken
 * apart anyway. A stretch in quotation marks is one token there, and is taken apart here.
 */
export function tokensOfSpan(text: string, span: Span, units: readonly Unit[]): readonly Token[] {
  const unit = opening.test(text.charAt(span[0]))
    ? undefined
    : units[firstFrom(units, span[0] + 1, startOfUnit) - 1];
  return (unit && tokensBetween(unit.tokens, span)) ?? tokenise(text, span, []);
}

/** What quotation marks and clitics begin with; the latter are no tokens without the word before. */
const opening = /["'‘’“«„]/u;

/**
 * The tokens from one that begins where a stretch does to one that ends there; `null` where there are no such or one is a
 * quotation.
 */
function tokensBetween(tokens: readonly Token[], [start, end]: Span): readonly Token[] | null {
  const from = firstFrom(tokens, start, startOfToken);
  if (tokens[from]?.start !== start) return null;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "quotation" || token.end > end) return null;
    if (token.end < end) continue;
    // A word with a clitic behind is not cut off from it alike where it stands alone.
    const next = tokens[at + 1];
    return next?.kind === "word" && next.start === end ? null : tokens.slice(from, at + 1);
  }
  return null;
}
