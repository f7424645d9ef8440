import artefactList from "../lexicons/artefact-nouns.json" with { type: "json" };
import organizationList from "../lexicons/organization-nouns.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import unnamedList from "../lexicons/unnamed-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isCapitalised,
  isClitic,
  isConjunction,
  isContentWord,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";
import { reportingVerbs } from "./reporting-verbs.ts";

const roleNouns = wordSet(roleList);
const unnamedNouns = wordSet(unnamedList);
const organizationNouns = wordSet(organizationList);
const artefactNouns = wordSet(artefactList);

/** A run of tokens by index: first and last, both inside. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** Words after a noun that lead on to its complement ("people familiar with the talks"). */
const postmodifiers = new Set([
  "familiar",
  "close",
  "briefed",
  "involved",
  "present",
  "responsible",
  "opposed",
  "based",
]);

/** The longest apposition looked for, in tokens. */
const appositionLimit = 30;

const isComma = (token: Token | undefined): boolean => token?.text === ",";

/** Whether a preposition after this token can lead to a complement that belongs to the source. */
const takesComplement = (token: Token | undefined): boolean =>
  !!token &&
  (roleNouns.has(token.lower) ||
    unnamedNouns.has(token.lower) ||
    organizationNouns.has(token.lower) ||
    artefactNouns.has(token.lower) ||
    postmodifiers.has(token.lower));

const joins = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  const preposition = tokens[at];
  if (!preposition || !before || preposition.kind !== "word") return false;
  if (preposition.lower === "of") return isContentWord(before) || isPronoun(before) || isDeterminer(before);
  if (
    !["for", "at", "in", "from", "with", "to", "on", "within", "against", "inside"].includes(
      preposition.lower,
    )
  )
    return false;
  return isContentWord(before) && takesComplement(before);
};

/** A word or two in marks inside a name or description: a nickname, a scare quote. */
const isShortQuotation = (token: Token): boolean =>
  token.kind === "quotation" && token.text.length <= 24 && !/[.,!?]/u.test(token.text.slice(-2, -1));

/**
 * The noun phrase that ends at token `last`, reading backwards but not past `floor`: the subject of the verb that
 * follows. Appositions between commas are part of it. `null` where no noun phrase ends there.
 */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor: number): Phrase | null {
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
    const named = phraseEndingAt(tokens, first - 2, floor);
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
      const before = tokens[at - 1];
      if (isDeterminer(before) || (isPreposition(before) && joins(tokens, at - 1))) continue;
      break;
    }
    if (isContentWord(token) || (isShortQuotation(token) && at < last)) {
      first = at;
      continue;
    }
    if (token.lower === "not" || (isPreposition(token) && first !== null && joins(tokens, at))) continue;
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
  if (!isPreposition(tokens[first - 1]) || isCapitalised(tokens[first]) || isDeterminer(tokens[first]))
    return first;
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
  const lowest = Math.max(floor, comma - appositionLimit);
  for (let at = comma - 2; at > lowest; at--) {
    if (tokens[at]?.kind === "quotation" && !isShortQuotation(tokens[at] as Token)) return null;
    if (!isComma(tokens[at])) continue;
    const opening = tokens[at + 1];
    const named = phraseEndingAt(tokens, at - 1, floor);
    if (!named) return null;
    if (opensApposition(opening)) return { first: named.first, last: comma };
    if (isAside(opening)) return named;
    return null;
  }
  return null;
}

/** What an apposition begins with: a determiner, an age, a role, a name, "who", "of". */
const opensApposition = (token: Token | undefined): boolean =>
  isDeterminer(token) ||
  token?.kind === "number" ||
  isCapitalised(token) ||
  (!!token &&
    (roleNouns.has(token.lower) ||
      ["who", "whose", "of", "now", "then", "which", "from"].includes(token.lower))) ||
  (!!token && /^(?:former|chief|vice|deputy|senior|acting|lead|head|co)/u.test(token.lower));

/** An aside between commas that is no part of the source ("however", "speaking in Tolvek", "on Monday"). */
const isAside = (token: Token | undefined): boolean =>
  !!token &&
  (isPreposition(token) ||
    /(?:ing|ly|ed)$/u.test(token.lower) ||
    ["however", "too", "meanwhile", "in", "though"].includes(token.lower));

/**
 * The noun phrase that begins at token `first`, reading forwards: the subject of an inverted clause ("said Ana
 * Ruiz, a teacher") or the source after "according to". `null` where none begins there.
 */
export function phraseStartingAt(tokens: readonly Token[], first: number, apposition = true): Phrase | null {
  const opening = tokens[first];
  if (!opening || (opening.kind !== "word" && opening.kind !== "number")) return null;
  if (isPronoun(opening) && !isDeterminer(opening)) return { first, last: first };
  let last: number | null = null;
  let at = first;
  for (; at < tokens.length; at++) {
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
      joins(tokens, at) &&
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
    reportingVerbs(token.lower).some((verb) => verb.past || token.lower.endsWith("s"))
  )
    return true;
  return (
    isCapitalised(before) &&
    !!token &&
    token.kind === "word" &&
    !isCapitalised(token) &&
    !isClitic(before) &&
    !takesComplement(token) &&
    !isPreposition(token) &&
    /(?:s|ed|ing)$/u.test(token.lower)
  );
};

function endOfApposition(tokens: readonly Token[], last: number): number {
  const opening = tokens[last + 2];
  if (!isComma(tokens[last + 1]) || !opensApposition(opening) || opening?.kind === "quotation") return last;
  const relative = opening?.lower === "who" || opening?.lower === "whose" || opening?.lower === "which";
  for (let at = last + 2; at < Math.min(tokens.length, last + appositionLimit); at++) {
    const token = tokens[at];
    if (!token || token.kind === "quotation" || /^[.;:!?—–]$/u.test(token.text)) return at - 1;
    // A relative clause that reports something is an attribution of its own.
    if (relative && reportingVerbs(token.lower).length > 0) return last;
    if (isComma(token))
      return opening?.kind === "number" && at === last + 3 ? endOfApposition(tokens, at - 1) : at;
    if (
      !relative &&
      looksFinite(token) &&
      at > last + 3 &&
      !isPreposition(tokens[at - 1]) &&
      !isDeterminer(tokens[at - 1])
    ) {
      return isConjunction(token) ? at - 1 : last;
    }
  }
  return tokens.length - 1;
}

/** Whether a token is the head of a description of a person by role. */
export const isRoleNoun = (token: Token | undefined): boolean => !!token && roleNouns.has(token.lower);
