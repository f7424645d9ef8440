import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { type ClaimWord, hasTree, hasWords, headOf, isNominal } from "./claim-word.ts";
import { claimWords, wordsWithin } from "./claim-words.ts";
import { clauseStarts, isSubject } from "./clause-starts.ts";
import type { MainVerb } from "./main-verb.ts";
import { marks } from "./word-marks.ts";

const isWord = (word: ClaimWord): boolean => word.isWord;

/** One thing that is put forward: where it stands, and its words. */
export interface Proposition {
  readonly content: readonly Span[];
  readonly words: readonly ClaimWord[];
}

/** A proposition with what both its fields and its statement are read from. */
export interface ReadProposition extends Proposition {
  /** What the word lists say of any of its words: see `marks`. */
  readonly marks: number;
  readonly verb: MainVerb;
  /** Whether it is told in the reporter's words: see {@link isReported}. */
  readonly reported: boolean;
}

/**
 * The propositions in one content: its sentences, and in them the coordinated clauses with a subject and a finite verb of
 * their own. What has no verb goes with what stands beside it in its sentence, is a proposition of its own as a sentence
 * ("Cracks as wide as my hand"), and none of a word or two. Left out are questions, exclamations, greetings and thanks. A
 * content of one proposition is given as it is.
 */
export function propositions(
  text: string,
  content: readonly Span[],
  article: ArticleWords | null,
): readonly Proposition[] {
  const words = claimWords(text, content, article);
  const isClause = (piece: readonly ClaimWord[]): boolean => isClauseOf(words, piece);
  const begins = beginnings(words, text, content);
  const cuts = begins.length < 2 ? [words] : merged(words, begins, isClause);
  // Without a verb anywhere it is one answer or heading ("Thirty-one years. Worth it.").
  const pieces: readonly (readonly ClaimWord[])[] = cuts.length === 1 || cuts.some(isClause) ? cuts : [words];
  const found: Proposition[] = [];
  for (const piece of pieces) {
    const ending = endingBehind(piece, text);
    if (ending === "?") continue;
    if (pieces.length === cuts.length && isOutcry(piece, ending === "!", isClause)) continue;
    if (pieces.length < 2) return [{ content, words }];
    if (!isClause(piece) && !hasWords(piece, 3)) continue;
    const spans = spansOf(piece, content);
    if (spans.length > 0) found.push({ content: spans, words: wordsWithin(words, spans) });
  }
  return found;
}

/** Where a sentence, a fragment or a clause of its own begins, by index. */
function beginnings(words: readonly ClaimWord[], text: string, content: readonly Span[]): number[] {
  if (words.length === 0) return [];
  const clauses = clauseStarts(words);
  const found = [0];
  let fragment = 1;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    let next = content[fragment];
    while (next !== undefined && next[0] < word.start) next = content[++fragment];
    const begins =
      next?.[0] === word.start ||
      clauses.has(index) ||
      beginsSentence(words[index - 1] as ClaimWord, word, text);
    if (begins) found.push(index);
  }
  return found;
}

/** What stands between two sentences: a stop behind a word of some length, so no abbreviation's, and perhaps marks. */
const stop = /(?:^|[^\p{L}])\p{L}{3,}[.!?]["”’»“]*\s+["“‘«„]?$/u;

/** Whether a sentence begins with a word. */
function beginsSentence(before: ClaimWord, word: ClaimWord, text: string): boolean {
  if (word.sentence >= 0) return word.sentence !== before.sentence;
  return /^\p{Lu}/u.test(word.text) && stop.test(text.slice(Math.max(0, word.start - 24), word.start));
}

/**
 * The pieces that begin at `begins`: one without a verb goes with the one before, and a first one with the next, where both
 * are of one sentence.
 */
function merged(
  words: readonly ClaimWord[],
  begins: readonly number[],
  isClause: (piece: readonly ClaimWord[]) => boolean,
): readonly (readonly ClaimWord[])[] {
  const whole: ClaimWord[][] = [];
  for (let index = 0; index < begins.length; index++) {
    const piece = words.slice(begins[index], begins[index + 1]);
    const last = whole.at(-1);
    const isApart = last?.at(-1)?.sentence !== piece[0]?.sentence;
    if (last && !isApart && (!isClause(piece) || !isClause(last))) last.push(...piece);
    else whole.push(piece);
  }
  return whole;
}

/** Whether a piece of `words` has a verb of its own: a finite one with something beside it, or an imperative. */
function isClauseOf(words: readonly ClaimWord[], piece: readonly ClaimWord[]): boolean {
  if (!hasWords(piece, 2)) return false;
  const hasVerb = piece.some((word) => word.isFiniteVerb || (word.tag === "VB" && headOf(words, word) < 0));
  if (!hasVerb) return false;
  return (
    !hasTree(piece) ||
    piece.some(({ relation }) => isSubject(relation)) ||
    hasSubjectBeforeVerb(piece) ||
    piece.find(isWord)?.tag === "VB"
  );
}

/** Whether a nominal stands before a finite verb that is not a relative clause's: what shows a clause in a tree gone wrong. */
function hasSubjectBeforeVerb(piece: readonly ClaimWord[]): boolean {
  const verb = piece.findIndex(({ isFiniteVerb, relation }) => isFiniteVerb && !relation?.startsWith("acl"));
  const subject = piece.findIndex(isNominal);
  return subject >= 0 && subject < verb;
}

/** A cry, a greeting or thanks: nothing that could be so or not. */
function isOutcry(
  piece: readonly ClaimWord[],
  isLoud: boolean,
  isClause: (piece: readonly ClaimWord[]) => boolean,
): boolean {
  const isShort = piece.length < 12;
  if (!isLoud && !isShort) return false;
  const at = piece.findIndex(isWord);
  const first = piece[at];
  if (!first) return false;
  const second = piece.find((word, index) => index > at && word.isWord);
  const opening = `${first.lower} ${second?.lower ?? ""}`;
  if (isShort && greeting.test(opening)) return true;
  return isLoud && (!isClause(piece) || /^(?:what an?|how \p{L}+)$/u.test(opening));
}

const greeting =
  /^(?:thanks|thank you|good (?:morning|afternoon|evening|night|luck)|hello|hi|goodbye|congratulations|welcome)\b/u;

/** The character behind the last word of a piece and the marks that close there; empty without a word. */
function endingBehind(piece: readonly ClaimWord[], text: string): string {
  const end = piece.findLast(isWord)?.end;
  if (end === undefined) return "";
  let at = end;
  while (at < end + 3 && '"”’»“'.includes(text.charAt(at)) && at < text.length) at++;
  return text.charAt(at);
}

/** The spans of a piece inside those of the content, without joining words, marks and stops at its ends. */
function spansOf(piece: readonly ClaimWord[], content: readonly Span[]): Span[] {
  const from = piece.findIndex((word) => word.isWord && (word.marks & marks.joining) === 0);
  const to = piece.findLastIndex((word) => word.isWord || /^[%)$]$/u.test(word.text));
  if (from < 0 || to < from) return [];
  const begin = piece[from]?.start ?? 0;
  const until = piece[to]?.end ?? 0;
  // The one fragment that begins before the piece may reach into it.
  const earliest = Math.max(0, firstFrom(content, begin + 1, ([start]) => start) - 1);
  const latest = firstFrom(content, until, ([start]) => start);
  const spans: Span[] = [];
  for (let at = earliest; at < latest; at++) {
    const [start, end] = content[at] as Span;
    let first = -1;
    let last = -1;
    for (let index = from; index <= to; index++) {
      const word = piece[index] as ClaimWord;
      if (word.start < start || word.end > end) continue;
      if (first < 0 && word.isWord) first = word.start;
      last = word.end;
    }
    if (first >= 0 && last > first) spans.push([first, last]);
  }
  return spans;
}
