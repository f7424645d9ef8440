import { firstFrom } from "../first-from.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";

const startOfUnit = ({ span }: Unit): number => span[0];
const startOfToken = ({ span }: Token): number => span[0];

/**
 * The tokens of some stretches of an article. Those of a sentence serve for a stretch that begins and ends with one: the
 * sentence is taken apart anyway. A stretch in quotation marks is one token there, and is taken apart here.
 */
export function claimTokens(text: string, spans: readonly Span[], units: readonly Unit[]): readonly Token[] {
  const [first] = spans;
  if (spans.length === 1 && first) return tokensOf(text, first, units);
  return spans.flatMap((span) => tokensOf(text, span, units));
}

function tokensOf(text: string, span: Span, units: readonly Unit[]): readonly Token[] {
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
  if (tokens[from]?.span[0] !== start) return null;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "quotation" || token.span[1] > end) return null;
    if (token.span[1] < end) continue;
    // A word with a clitic behind is not cut off from it alike where it stands alone.
    const next = tokens[at + 1];
    return next?.kind === "word" && next.span[0] === end ? null : tokens.slice(from, at + 1);
  }
  return null;
}
