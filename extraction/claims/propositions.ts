import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { ClaimWord } from "./claim-word.ts";
import { claimWords, wordsWithin } from "./claim-words.ts";
import { clauseStarts, joining, subjects } from "./clause-starts.ts";
import { isFiniteVerb, type MainVerb } from "./main-verb.ts";

const isWord = (word: ClaimWord): boolean => word.isWord;

/** One thing that is put forward: where it stands, and its words. */
export interface Proposition {
  readonly content: readonly Span[];
  readonly words: readonly ClaimWord[];
}

/** A proposition with what both its fields and its statement are read from. */
export interface ReadProposition extends Proposition {
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
  const begins = beginnings(words, text, content);
  const cuts =
    begins.length < 2 ? [words] : merged(begins.map((at, index) => words.slice(at, begins[index + 1])));
  // Without a verb anywhere it is one answer or heading ("Thirty-one years. Worth it.").
  const pieces: readonly (readonly ClaimWord[])[] = cuts.length === 1 || cuts.some(isClause) ? cuts : [words];
  return pieces.flatMap((piece): Proposition[] => {
    if (isQuestion(piece, text) || (pieces.length === cuts.length && isOutcry(piece, text))) return [];
    if (pieces.length < 2) return [{ content, words }];
    if (!isClause(piece) && piece.filter(isWord).length < 3) return [];
    const spans = spansOf(piece, content);
    return spans.length > 0 ? [{ content: spans, words: wordsWithin(words, spans) }] : [];
  });
}

/** Where a sentence, a fragment or a clause of its own begins, by index. */
function beginnings(words: readonly ClaimWord[], text: string, content: readonly Span[]): number[] {
  const clauses = clauseStarts(words);
  const found: number[] = [];
  let fragment = 1;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    while ((content[fragment]?.[0] ?? Number.POSITIVE_INFINITY) < word.span[0]) fragment++;
    const begins =
      !before ||
      content[fragment]?.[0] === word.span[0] ||
      clauses.has(index) ||
      beginsSentence(before, word, text);
    if (begins) found.push(index);
  }
  return found;
}

/** What stands between two sentences: a stop behind a word of some length, so no abbreviation's, and perhaps marks. */
const stop = /(?:^|[^\p{L}])\p{L}{3,}[.!?]["”’»“]*\s+["“‘«„]?$/u;

/** Whether a sentence begins with a word. */
function beginsSentence(before: ClaimWord, word: ClaimWord, text: string): boolean {
  if (word.sentence >= 0) return word.sentence !== before.sentence;
  return /^\p{Lu}/u.test(word.text) && stop.test(text.slice(Math.max(0, word.span[0] - 24), word.span[0]));
}

/** Puts a piece that has no verb with the one before, and a first one with the next, where both are of one sentence. */
function merged(pieces: readonly (readonly ClaimWord[])[]): ClaimWord[][] {
  const whole: ClaimWord[][] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const isApart = last?.at(-1)?.sentence !== piece[0]?.sentence;
    if (last && !isApart && (!isClause(piece) || !isClause(last))) last.push(...piece);
    else whole.push([...piece]);
  }
  return whole;
}

/** Has a verb of its own: a finite one with something beside it, or an imperative. */
const isClause = (piece: readonly ClaimWord[]): boolean =>
  piece.filter(isWord).length > 1 &&
  (piece.some(isFiniteVerb) || piece.some(({ tag, head }) => tag === "VB" && head < 0)) &&
  (piece.every(({ relation }) => relation === null) ||
    piece.some(({ relation }) => subjects.has(relation)) ||
    hasSubjectBeforeVerb(piece) ||
    piece.find(isWord)?.tag === "VB");

/** Whether a nominal stands before a finite verb that is not a relative clause's: what shows a clause in a tree gone wrong. */
function hasSubjectBeforeVerb(piece: readonly ClaimWord[]): boolean {
  const verb = piece.findIndex((word) => isFiniteVerb(word) && !word.relation?.startsWith("acl"));
  return piece.slice(0, Math.max(0, verb)).some(({ tag }) => /^(?:NN|PRP$|CD|EX)/u.test(tag ?? ""));
}

/** A cry, a greeting or thanks: nothing that could be so or not. */
function isOutcry(piece: readonly ClaimWord[], text: string): boolean {
  const last = piece.findLast(isWord);
  const first = piece.find(isWord);
  if (!first || !last) return false;
  const isLoud = /^["”’»“]*!/u.test(text.slice(last.span[1], last.span[1] + 4));
  if (!isLoud && piece.length >= 12) return false;
  const opening = `${first.lower} ${piece.filter(isWord)[1]?.lower ?? ""}`;
  if (
    piece.length < 12 &&
    /^(?:thanks|thank you|good (?:morning|afternoon|evening|night|luck)|hello|hi|goodbye|congratulations|welcome)\b/u.test(
      opening,
    )
  )
    return true;
  return isLoud && (!isClause(piece) || /^(?:what an?|how \p{L}+)$/u.test(opening));
}

const isQuestion = (piece: readonly ClaimWord[], text: string): boolean => {
  const last = piece.findLast(isWord);
  return last !== undefined && /^["”’»“]*\?/u.test(text.slice(last.span[1], last.span[1] + 4));
};

/** The spans of a piece inside those of the content, without joining words, marks and stops at its ends. */
function spansOf(piece: readonly ClaimWord[], content: readonly Span[]): Span[] {
  const from = piece.findIndex((word) => isWord(word) && !joining.has(word.lower));
  const to = piece.findLastIndex((word) => isWord(word) || /^[%)$]$/u.test(word.text));
  if (from < 0 || to < from) return [];
  const kept = piece.slice(from, to + 1);
  const begin = kept[0]?.span[0] ?? 0;
  const until = kept.at(-1)?.span[1] ?? 0;
  // The one fragment that begins before the piece may reach into it.
  const earliest = Math.max(0, firstFrom(content, begin + 1, ([start]) => start) - 1);
  const latest = firstFrom(content, until, ([start]) => start);
  return content.slice(earliest, latest).flatMap(([start, end]): Span[] => {
    const inside = kept.filter(({ span }) => span[0] >= start && span[1] <= end);
    const first = inside.find(isWord);
    const last = inside.at(-1);
    return first && last && last.span[1] > first.span[0] ? [[first.span[0], last.span[1]]] : [];
  });
}
