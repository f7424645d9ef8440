import neverList from "../lexicons/never-sources.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isCapitalised, isDeterminer } from "../tokens/word-classes.ts";
import { takesComplement } from "./noun-complement.ts";
import type { Phrase } from "./phrase.ts";

const neverSources = wordSet(neverList);

/**
 * Whether a noun phrase can be somebody who speaks. One word is none if it is a verb or a particle ("including
 * said"), and a determiner without a noun is none either ("that those"). Before a cue that could itself be the noun
 * ("a controversial claim"), the word between has to be known for somebody who speaks.
 */
export function isPlausibleSource(
  tokens: readonly Token[],
  { first, last }: Phrase,
  cueCouldBeNoun: boolean,
): boolean {
  let only: Token | undefined;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (!token || isDeterminer(token)) continue;
    if (only) return true;
    only = token;
  }
  if (!only)
    return (
      last === first &&
      ["some", "many", "several", "most", "few", "both", "all"].includes(tokens[first]?.lower ?? "")
    );
  if (isCapitalised(only) && !neverSources.has(only.lower)) return true;
  if (cueCouldBeNoun && last > first && !takesComplement(only)) return false;
  return !neverSources.has(only.lower) && !looksFinite(only) && !/(?:ing|ly)$/u.test(only.lower);
}
