import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import type { Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";

/** The noun phrase before the possessive clitic at `clitic`, which belongs to it ("Ferrin's"); `null` for none. */
export function possessor(tokens: readonly Token[], clitic: number, floor: number): Phrase | null {
  const phrase = phraseEndingAt(tokens, clitic - 1, floor);
  if (!phrase) return null;
  // Read backwards, an object runs into its verb: "the board ignored Ruiz's".
  let { first } = phrase;
  for (let at = first; at < clitic - 1; at++) if (looksFinite(tokens[at])) first = at + 1;
  return { first, last: clitic };
}
