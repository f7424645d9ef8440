import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isAdverb,
  isAuxiliary,
  isCapitalised,
  isContentWord,
  isDeterminer,
  isPossessive,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";
import { cueAt } from "./cue.ts";
import { type Phrase, phraseEndingAt } from "./source-phrase.ts";

/** Words that open a reported clause or question and belong to the content. */
export const clauseOpeners: ReadonlySet<string> = new Set([
  "that",
  "whether",
  "if",
  "how",
  "why",
  "what",
  "when",
  "where",
  "who",
]);

/** How far ahead a second subject and cue are looked for, in tokens. */
const lookahead = 14;

/** The text span of a run of tokens. */
export function spanOf(tokens: readonly Token[], { first, last }: Phrase): Span {
  const from = tokens[first];
  const to = tokens[last];
  return from && to ? [from.span[0], to.span[1]] : [0, 0];
}

/** The quotations that stand as tokens inside a run. */
export const quotationsIn = (tokens: readonly Token[], { first, last }: Phrase): Quotation[] =>
  tokens.slice(first, last + 1).flatMap((token) => token.quotation ?? []);

/**
 * The content that begins at token `first`: to the end of the unit without its final full stop, or up to where
 * another subject with a cue of its own begins. `null` where nothing is left.
 */
export function contentFrom(tokens: readonly Token[], first: number): Phrase | null {
  let last = tokens.length - 1;
  for (let at = first; at < tokens.length; at++) {
    if (at > first && endsBefore(tokens, at)) {
      last = at - 1;
      break;
    }
  }
  while (last >= first && isTrailing(tokens[last])) last--;
  return last >= first ? { first, last } : null;
}

const isTrailing = (token: Token | undefined): boolean =>
  token?.kind === "punctuation" && /^[.,;:—–!-]$/u.test(token.text);

function endsBefore(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.text === ";") return true;
  const before = tokens[at - 1];
  if (token.text === ",") {
    const next = tokens[at + 1];
    if (next?.lower === "according" && tokens[at + 2]?.lower === "to") return true;
    if (next && /ing$/u.test(next.lower) && cueAt(tokens, at + 1)?.participle && startsReport(tokens, at + 2))
      return true;
    if (
      before?.quotation &&
      next &&
      ["who", "which", "as", "while", "after", "when", "in", "a", "and", "but"].includes(next.lower)
    ) {
      return next.lower !== "and" || !tokens[at + 2]?.quotation;
    }
    return isConnective(next) && anotherCueFollows(tokens, at + 2);
  }
  if (token.text === ".") return false;
  return isConnective(token) && anotherCueFollows(tokens, at + 1);
}

const startsReport = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at, at + 3)
    .some((token) => token.quotation !== null || clauseOpeners.has(token.lower) || isDeterminer(token));

const isConnective = (token: Token | undefined): boolean =>
  !!token && ["and", "but", "while", "although", "though", "whereas", "yet"].includes(token.lower);

/** Whether a subject and its own reporting verb stand at `at`: "… and Ferrin said". */
function anotherCueFollows(tokens: readonly Token[], at: number): boolean {
  for (let verb = at; verb < Math.min(tokens.length, at + lookahead); verb++) {
    const token = tokens[verb];
    if (!token || token.kind === "quotation") return false;
    const cue = cueAt(tokens, verb);
    if (
      !cue ||
      cue.passive ||
      cue.participle ||
      !(cue.verb.complements.has("q") || cue.verb.complements.has("a"))
    )
      continue;
    if (cue.first === at) return true;
    const subject = phraseEndingAt(tokens, cue.first - 1, at);
    return subject?.first === at;
  }
  return false;
}

/** How a possible content before the cue ends. */
export interface Before extends Phrase {
  /** Whether its last token is a quotation. */
  readonly quoted: boolean;
}

/**
 * The content that ends before token `boundary` (the token before the source): a quotation, or a clause with a
 * comma. It begins at `floor`. Where the cue is a parenthesis in a clause, a bare subject is enough. `null` where the text before is only an adverbial, or nothing.
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
  while (first < last && (isConnective(tokens[first]) || tokens[first]?.text === ",")) first++;
  if (ending.quotation) {
    if (first < last && !leadsIntoQuotation(tokens, first, last)) first = last;
    return { first, last, quoted: true };
  }
  if (!parenthetical && (last - first < 1 || isAdverbial(tokens, first, last))) return null;
  return { first, last, quoted: false };
}

/** Whether the words before a quotation belong to the same content ("It was “a mess”, she said"). */
const leadsIntoQuotation = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).some((token) => looksFinite(token) || isPronoun(token) || isContentWord(token)) &&
  tokens[last - 1]?.text !== ":" &&
  !/[.!?]/u.test(tokens[last - 1]?.text ?? "");

/** Whether a run before a comma only says when, where or how. */
function isAdverbial(tokens: readonly Token[], first: number, last: number): boolean {
  const opening = tokens[first];
  if (!opening) return true;
  if (last - first < 2 && !tokens.slice(first, last + 1).some(looksFinite)) return true;
  if (isTimeWord(opening) || isAdverb(opening)) return !tokens.slice(first, last + 1).some(looksFinite);
  if (/(?:ing)$/u.test(opening.lower) && !isCapitalisedSubject(opening)) return true;
  if (
    [
      "as",
      "when",
      "while",
      "after",
      "before",
      "although",
      "though",
      "since",
      "because",
      "if",
      "once",
      "asked",
      "despite",
    ].includes(opening.lower)
  )
    return true;
  if (!isPreposition(opening)) return false;
  return !tokens.slice(first, last + 1).some(looksFinite);
}

const isCapitalisedSubject = (token: Token): boolean => isCapitalised(token) && token.text.length > 12;

/** Whether a clause without "that" can begin at this token. */
export const opensBareClause = (token: Token | undefined): boolean =>
  !!token &&
  (isDeterminer(token) ||
    isPossessive(token) ||
    isPronoun(token) ||
    isContentWord(token) ||
    (isAdverb(token) && !isAuxiliary(token)) ||
    token.lower === "there" ||
    ["in", "after", "if", "when", "although", "while", "under", "from"].includes(token.lower));

/** Whether a clause begins with its subject and verb, and not with a phrase that something else explains. */
export function opensWithSubjectAndVerb(tokens: readonly Token[], { first, last }: Phrase): boolean {
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (!token || token.lower === "by" || token.lower === "who" || token.lower === "which" || token.quotation)
      return false;
    if (at > first && looksFinite(token)) return true;
  }
  return false;
}

/** The longest nickname in marks, in words. */
const longestNickname = 3;

/** Whether all that follows is a nickname: "called him “the Inspector”" gives a name and quotes nobody. */
export function isNaming(tokens: readonly Token[], phrase: Phrase): boolean {
  const quoted = quotationsIn(tokens, phrase);
  const [only] = quoted;
  if (!only) return false;
  const at = tokens.findIndex((token) => token.quotation === only);
  const words = (tokens[at]?.text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= longestNickname && words.some((word) => /^\p{Lu}/u.test(word));
}

/** How near a quotation has to stand for an object to be taken for somebody's words. */
const nearness = 8;

/** Whether a quotation stands within the first words of a run. */
export const quotationIsNear = (tokens: readonly Token[], { first, last }: Phrase): boolean =>
  tokens.slice(first, Math.min(last + 1, first + nearness)).some((token) => token.quotation !== null);
