import type { Token } from "../tokens/token.ts";
import {
  isCapitalised,
  isClitic,
  isContentWord,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";
import { isAside, isComma, longestApposition, opensApposition } from "./apposition.ts";
import { joinsComplement } from "./noun-complement.ts";
import { longestPhrase, type Phrase } from "./phrase.ts";
import { isShortQuotation } from "./short-quotation.ts";

/**
 * The noun phrase that ends at token `last`, reading backwards but not past `floor`: the subject of the verb that
 * follows. Appositions between commas are part of it. `null` where no noun phrase ends there.
 */
export const phraseEndingAt = (tokens: readonly Token[], last: number, floor: number): Phrase | null =>
  readBack(tokens, last, Math.max(floor, last - longestPhrase));

function readBack(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  const token = tokens[last];
  if (!token || last < floor) return null;
  if (isComma(token)) return apposed(tokens, last, floor);
  if (token.lower === "who" || token.lower === "which") return { first: last, last };
  if (isPronoun(token) && !isDeterminer(token)) {
    const quantified = token.lower === "others" && isDeterminer(tokens[last - 1]) && last - 1 >= floor;
    return { first: quantified ? last - 1 : last, last };
  }
  const reached = firstOfPhrase(tokens, last, floor);
  if (reached === null) return null;
  const first = behindPreposition(tokens, reached, last);
  const age = first === last && token.kind === "number" && isComma(tokens[first - 1]);
  if (age) {
    const named = readBack(tokens, first - 2, floor);
    return named ? { first: named.first, last } : null;
  }
  return { first, last };
}

function firstOfPhrase(tokens: readonly Token[], last: number, floor: number): number | null {
  let first: number | null = null;
  for (let at = last; at >= floor; at--) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    if (isTimeWord(token) && !isClitic(next) && !isCapitalisedName(tokens, at)) break;
    if (token.kind === "number" && /^\d{4}$/u.test(token.text) && isPreposition(tokens[at - 1])) break;
    if (isClitic(token) && at < last) continue;
    if (isDeterminer(token)) {
      first = at;
      if (at === 0) break;
      const before = tokens[at - 1];
      if (isDeterminer(before) || (isPreposition(before) && joinsComplement(tokens, at - 1))) continue;
      break;
    }
    if (isContentWord(token) || (isShortQuotation(token) && at < last)) {
      first = at;
      continue;
    }
    if (token.lower === "not" || (isPreposition(token) && first !== null && joinsComplement(tokens, at)))
      continue;
    if (isPronoun(token) && next?.lower === "of") {
      first = at;
      continue;
    }
    if (
      token.lower === "and" &&
      first !== null &&
      isCapitalised(next) &&
      isCapitalised(tokens[at - 1]) &&
      at - 1 >= floor
    ) {
      continue;
    }
    if (
      isComma(token) &&
      isCapitalised(next) &&
      isListComma(tokens, at, last) &&
      isCapitalised(tokens[at - 1])
    )
      continue;
    break;
  }
  return first;
}

/** "with open arms President Orlo": what a preposition governs ends where the name begins. */
function behindPreposition(tokens: readonly Token[], first: number, last: number): number {
  if (first === 0 || isCapitalised(tokens[first]) || isDeterminer(tokens[first])) return first;
  if (!isPreposition(tokens[first - 1])) return first;
  for (let at = first + 1; at <= last; at++)
    if (isCapitalised(tokens[at]) && !isCapitalised(tokens[at - 1])) return at;
  return first;
}

/** A time word that is part of a name ("The Morning Post"), seen by its capital inside a capitalised run. */
const isCapitalisedName = (tokens: readonly Token[], at: number): boolean =>
  isCapitalised(tokens[at]) && isCapitalised(tokens[at + 1]) && isDeterminer(tokens[at - 1]);

/** Whether the comma at `at` stands in a list of names that ends in "and". */
const isListComma = (tokens: readonly Token[], at: number, last: number): boolean => {
  for (let next = at + 1; next <= Math.min(last, at + 6); next++)
    if (tokens[next]?.lower === "and") return true;
  return false;
};

/** "Ana Ruiz, a teacher at the school," — from the comma that closes it. */
function apposed(tokens: readonly Token[], comma: number, floor: number): Phrase | null {
  const lowest = Math.max(floor, comma - longestApposition);
  for (let at = comma - 2; at > lowest; at--) {
    if (tokens[at]?.quotation && !isShortQuotation(tokens[at])) return null;
    if (!isComma(tokens[at])) continue;
    const opening = tokens[at + 1];
    const named = readBack(tokens, at - 1, floor);
    if (!named) return null;
    if (opensApposition(opening)) return { first: named.first, last: comma };
    if (isAside(opening)) return named;
    return null;
  }
  return null;
}
