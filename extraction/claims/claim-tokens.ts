import { tokensOfSpan } from "../roles/tokens-of-span.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";

/** The tokens of some stretches of an article. */
export function claimTokens(text: string, spans: readonly Span[], units: readonly Unit[]): readonly Token[] {
  const [first] = spans;
  if (spans.length === 1 && first) return tokensOfSpan(text, first, units);
  return spans.flatMap((span) => tokensOfSpan(text, span, units));
}
