import { firstFrom } from "../first-from.ts";
import type { Span } from "../span.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { type ClaimWord, claimWords, wordsWithin } from "./claim-words.ts";
import { isFiniteVerb } from "./main-verb.ts";

const subjects: ReadonlySet<string | null> = new Set(["nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"]);
const joined: ReadonlySet<string | null> = new Set(["conj", "parataxis"]);
/** Words that only join a clause to the one before: they are no part of it. "Nor" also negates, and stays. */
const joining: ReadonlySet<string> = new Set(["and", "but", "or", "so", "yet", "while"]);
/** Subjects without which, lacking a tree, no clause is taken to begin behind a comma and "and". */
const pronouns: ReadonlySet<string> = new Set([
  "i",
  "we",
  "you",
  "he",
  "she",
  "it",
  "they",
  "there",
  "nobody",
]);
const isWord = ({ text }: ClaimWord): boolean => /[\p{L}\p{N}]/u.test(text);

/** One thing that is put forward: where it stands, and its words. */
export interface Proposition {
  readonly content: readonly Span[];
  readonly words: readonly ClaimWord[];
}

/**
 * The propositions in one content: its sentences, and in them the coordinated clauses with a subject and a
 * finite verb of their own. A fragment or sentence without a verb goes with what stands before it. Left out are questions,
 * and what has no verb in a content that has some ("No."). A content of one proposition is given as it is.
 */
export function propositions(
  text: string,
  content: readonly Span[],
  article: ArticleWords | null,
): readonly Proposition[] {
  const words = claimWords(text, content, article);
  const pieces = merged(cut(words, text, starts(content)));
  if (pieces.length < 2) return isQuestion(pieces[0] ?? [], text) ? [] : [{ content, words }];
  return pieces.flatMap((piece) => {
    if (isQuestion(piece, text)) return [];
    const spans = spansOf(piece, content);
    return spans.length > 0 ? [{ content: spans, words: wordsWithin(words, spans) }] : [];
  });
}

const starts = (content: readonly Span[]): ReadonlySet<number> =>
  new Set(content.slice(1).map(([start]) => start));

/** Cuts words where a sentence, a fragment or a clause of its own begins. */
function cut(words: readonly ClaimWord[], text: string, fragments: ReadonlySet<number>): ClaimWord[][] {
  const clauses = clauseStarts(words);
  const pieces: ClaimWord[][] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const begins =
      !before || fragments.has(word.span[0]) || clauses.has(index) || beginsSentence(before, word, text);
    if (begins) pieces.push([]);
    pieces.at(-1)?.push(word);
  }
  return pieces;
}

/** What stands between two sentences: a stop behind a word of some length, so no abbreviation's, and perhaps marks. */
const stop = /(?:^|[^\p{L}])\p{L}{3,}[.!?]["”’»“]*\s+["“‘«„]?$/u;

/** Whether a sentence begins with a word. */
function beginsSentence(before: ClaimWord, word: ClaimWord, text: string): boolean {
  if (word.sentence >= 0) return word.sentence !== before.sentence;
  return /^\p{Lu}/u.test(word.text) && stop.test(text.slice(Math.max(0, word.span[0] - 24), word.span[0]));
}

/** Where coordinated clauses of their own begin, by index. */
function clauseStarts(words: readonly ClaimWord[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (words.every(({ relation }) => relation === null)) {
    for (const [index, { lower }] of words.entries()) {
      const isBreak = lower === ";" || (joining.has(lower) && words[index - 1]?.lower === ",");
      if (
        isBreak &&
        pronouns.has(words[index + 1]?.lower ?? "") &&
        words.slice(index + 2, index + 5).some(isFiniteVerb)
      )
        found.add(index);
    }
    return found;
  }
  const first = words.map((_, index) => index);
  for (const [index, { head }] of words.entries()) {
    let at = head;
    for (let steps = 0; at >= 0 && steps < 60; steps++) {
      if (index < (first[at] ?? 0)) first[at] = index;
      at = words[at]?.head ?? -1;
    }
  }
  const withSubject = new Set(words.flatMap(({ head, relation }) => (subjects.has(relation) ? [head] : [])));
  const withFinite = new Set(words.flatMap((word) => (isFiniteVerb(word) ? [word.head] : [])));
  for (const [index, word] of words.entries()) {
    const own =
      word.head >= 0 &&
      word.head < index &&
      joined.has(word.relation) &&
      isOnTop(words, word.head) &&
      withSubject.has(index) &&
      (isFiniteVerb(word) || withFinite.has(index));
    if (own) found.add(first[index] ?? index);
  }
  return found;
}

/** Whether a word is the top of its sentence, or coordinated with it. */
function isOnTop(words: readonly ClaimWord[], index: number): boolean {
  let at = index;
  for (let steps = 0; steps < 60; steps++) {
    const word = words[at];
    if (!word || word.head < 0) return true;
    if (!joined.has(word.relation)) return false;
    at = word.head;
  }
  return false;
}

/** Puts a piece that has no verb with the one before, and a first one with the next. */
function merged(pieces: readonly ClaimWord[][]): ClaimWord[][] {
  const whole: ClaimWord[][] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && (!isClause(piece) || !isClause(last))) last.push(...piece);
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
    piece.find(isWord)?.tag === "VB");

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
