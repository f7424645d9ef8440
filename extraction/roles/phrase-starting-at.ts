import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isCapitalised,
  isClitic,
  isContentWord,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";
import { endOfApposition } from "./apposition.ts";
import { joinsComplement, takesComplement } from "./noun-complement.ts";
import { longestPhrase, type Phrase } from "./phrase.ts";
import { reportingVerbsOf } from "./reporting-verbs.ts";
import { isShortQuotation } from "./short-quotation.ts";

/**
 * The noun phrase that begins at token `first`, reading forwards: the subject of an inverted clause ("said Ana
 * Ruiz, a teacher") or the source after "according to". `null` where none begins there.
 */
export function phraseStartingAt(tokens: readonly Token[], first: number, apposition = true): Phrase | null {
  const opening = tokens[first];
  if (!opening || (opening.kind !== "word" && opening.kind !== "number")) return null;
  if (isPronoun(opening) && !isDeterminer(opening)) return { first, last: first };
  let last: number | null = null;
  const end = Math.min(tokens.length, first + longestPhrase);
  for (let at = first; at < end; at++) {
    const token = tokens[at];
    if (!token) break;
    const before = tokens[at - 1];
    if (isDeterminer(token) && (at === first || isPreposition(before) || isDeterminer(before))) continue;
    if (isClitic(token) && last !== null) {
      if (isContentWord(tokens[at + 1])) continue;
      break;
    }
    if (isTimeWord(token) && last !== null && !isCapitalised(tokens[at + 1])) break;
    if (last !== null && at > first && startsVerb(tokens, at)) break;
    if (isContentWord(token) || (isShortQuotation(token) && at > first && isCapitalised(before))) {
      last = at;
      continue;
    }
    if (
      isPreposition(token) &&
      last === at - 1 &&
      joinsComplement(tokens, at) &&
      (isContentWord(tokens[at + 1]) || isDeterminer(tokens[at + 1]))
    )
      continue;
    if (token.lower === "and" && last === at - 1 && isCapitalised(tokens[at + 1]) && isCapitalised(before))
      continue;
    break;
  }
  if (last === null) return null;
  return { first, last: apposition ? endOfApposition(tokens, last) : last };
}

/** Whether a verb begins at `at`: a finite shape, or a lower-case word behind a name that is no role. */
const startsVerb = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (looksFinite(token) && !isDeterminer(before)) return true;
  if (
    token &&
    !isCapitalised(token) &&
    isContentWord(before) &&
    reportingVerbsOf(token).some((verb) => verb.past || token.lower.endsWith("s"))
  )
    return true;
  return (
    !!token &&
    token.kind === "word" &&
    isCapitalised(before) &&
    !isCapitalised(token) &&
    !isClitic(before) &&
    !takesComplement(token) &&
    !isPreposition(token) &&
    /(?:s|ed|ing)$/u.test(token.lower)
  );
};
