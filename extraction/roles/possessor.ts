import type { Token } from "../tokens/token.ts";
import type { Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";

/** The noun phrase before the possessive clitic at `clitic`, which belongs to it ("Ferrin's"); `null` for none. */
export function possessor(tokens: readonly Token[], clitic: number, floor: number): Phrase | null {
  const phrase = phraseEndingAt(tokens, clitic - 1, floor);
  return phrase && { first: phrase.first, last: clitic };
}
