import openerList from "../lexicons/clause-openers.json" with { type: "json" };
import continuationList from "../lexicons/continuation-openers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";
import { isDeterminer } from "../tokens/word-classes.ts";
import { cueAt } from "./cue.ts";
import type { Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";

const clauseOpeners = wordClass(wordSet(openerList));
const continuationOpeners = wordSet(continuationList);
const connectives = wordClass(["and", "but", "while", "although", "though", "whereas", "yet"]);

/** How far ahead a second subject and cue are looked for, in tokens. */
const lookahead = 14;

/**
 * The longest content behind a cue, in tokens (a whole quotation is one): several times the longest sentence of any
 * newspaper. It keeps the time linear where a text has one sentence of a hundred thousand words.
 */
const longestContent = 400;

/** Whether a word opens a reported clause or question, and belongs to its content. */
export const opensClause = (token: Token | undefined): boolean => isOf(token, clauseOpeners);

/** Whether a word coordinates or contrasts two clauses. */
export const isConnective = (token: Token | undefined): boolean => isOf(token, connectives);

/**
 * The content that begins at token `first`: to the end of the unit without its final full stop, or up to where
 * another subject with a cue of its own begins. `null` where nothing is left.
 */
export function contentFrom(tokens: readonly Token[], first: number): Phrase | null {
  if (first >= tokens.length) return null;
  const end = Math.min(tokens.length, first + longestContent);
  let last = first;
  while (last + 1 < end && !isClauseEnd(tokens, last + 1)) last++;
  while (last >= first && isTrailing(tokens[last])) last--;
  return last >= first ? { first, last } : null;
}

const isTrailing = (token: Token | undefined): boolean =>
  token?.kind === "punctuation" && /^[.,;:—–!-]$/u.test(token.text);

/** What was found out for each token of a unit: 0 nothing yet, 1 no end, 2 an end. */
const clauseEnds = new WeakMap<readonly Token[], Uint8Array>();

/** Asked once for each token that may be one: a sentence with a thousand cues would otherwise be read anew for each. */
function isClauseEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isConnective(token) && token?.text !== "," && token?.text !== ";") return token === undefined;
  const known = clauseEnds.get(tokens) ?? new Uint8Array(tokens.length);
  clauseEnds.set(tokens, known);
  if (!known[at]) known[at] = endsBefore(tokens, at) ? 2 : 1;
  return known[at] === 2;
}

/** Whether a content that has reached the token before `at` ends there. */
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
    if (before?.quotation && next && continuationOpeners.has(next.lower)) {
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
    .some((token) => token.quotation !== null || opensClause(token) || isDeterminer(token));

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
