import openerList from "../lexicons/adverbial-openers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isAdverb,
  isCapitalised,
  isContentWord,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";
import { isConnective } from "./content-from.ts";
import type { Phrase } from "./phrase.ts";

const adverbialOpeners = wordSet(openerList);

/**
 * How many words from its beginning tell what a clause is, in tokens. The bound keeps the time linear where one sentence
 * has thousands of verbs that turn out to be no cues.
 */
const openingReach = 100;

/** How a possible content before the cue ends. */
export interface Before extends Phrase {
  /** Whether its last token is a quotation. */
  readonly quoted: boolean;
}

/**
 * The content that ends before token `boundary` (the token before the source): a quotation, or a clause with a
 * comma. It begins at `floor`. Where the cue is a parenthesis in a clause, a bare subject is enough. `null` where the
 * text before is only an adverbial, or nothing.
 */
export function contentBefore(
  tokens: readonly Token[],
  boundary: number,
  floor: number,
  parenthetical = false,
): Before | null {
  let last = boundary;
  const token = tokens[last];
  if (!token || last < floor) return null;
  const comma = token.text === ",";
  if (comma || token.text === "—" || token.text === "–" || token.text === "-" || token.text === "?")
    last -= token.text === "?" ? 0 : 1;
  else if (!token.quotation) return null;
  const ending = tokens[last];
  if (!ending || last < floor) return null;
  let first = floor;
  while (
    first < last &&
    first - floor < openingReach &&
    (isConnective(tokens[first]) || tokens[first]?.text === ",")
  )
    first++;
  if (ending.quotation) {
    if (first < last && !leadsIntoQuotation(tokens, first, last)) first = last;
    return { first, last, quoted: true };
  }
  if (!parenthetical && (last - first < 1 || isAdverbial(tokens, first, last))) return null;
  return { first, last, quoted: false };
}

/** The words by which a clause is judged. */
const openingOf = (tokens: readonly Token[], first: number, end: number): readonly Token[] =>
  tokens.slice(first, Math.min(end, first + openingReach));

/** Whether the words before a quotation belong to the same content ("It was “a mess”, she said"). */
const leadsIntoQuotation = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens[last - 1]?.text !== ":" &&
  !/[.!?]/u.test(tokens[last - 1]?.text ?? "") &&
  openingOf(tokens, first, last).some(
    (token) => looksFinite(token) || isPronoun(token) || isContentWord(token),
  );

/** Whether a run before a comma only says when, where or how. */
function isAdverbial(tokens: readonly Token[], first: number, last: number): boolean {
  const opening = tokens[first];
  if (!opening) return true;
  const verbless = !openingOf(tokens, first, last + 1).some(looksFinite);
  if (last - first < 2 && verbless) return true;
  if (isTimeWord(opening) || isAdverb(opening)) return verbless;
  if (opening.lower.endsWith("ing") && !isCapitalisedSubject(opening)) return true;
  return adverbialOpeners.has(opening.lower) || (isPreposition(opening) && verbless);
}

/** A name in -ing is no participle; short ones ("Having") are words at the head of a sentence. */
const isCapitalisedSubject = (token: Token): boolean => isCapitalised(token) && token.text.length > 12;
