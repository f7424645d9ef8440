import type { Token } from "../tokens/token.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentFrom } from "./content-from.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";

/** "Mayor Odell: “…”": a name, a colon and a quotation, with nothing else. */
export function colonCue(tokens: readonly Token[], floor: number): Attributed | null {
  // "From Mayor Odell:", "Statement from Dr. Okafor:"
  const opener = [floor, floor + 1].find((at) => tokens[at]?.lower === "from");
  const from = opener === undefined ? floor : opener + 1;
  const source = phraseStartingAt(tokens, from);
  if (!source) return null;
  const colon = source.last + 1;
  if (tokens[colon]?.text !== ":" || !tokens[colon + 1]?.quotation) return null;
  const content = contentFrom(tokens, colon + 1);
  return (
    content &&
    attributed(tokens, {
      source,
      cue: opener === undefined ? { first: colon, last: colon } : { first: floor, last: opener },
      content: [content],
      rule: "colon",
    })
  );
}
