import openers from "../lexicons/sentence-openers.json" with { type: "json" };
import speechVerbs from "../lexicons/speech-verbs.json" with { type: "json" };
import { belongsToNextWord, belongsToNumber, mayEndSentence } from "./abbreviations.ts";

const opensSentence = new Set(openers.entries);
const isSpeechVerb = new Set(speechVerbs.entries);

/** A place where a sentence may end: `before` and `after` are the text around it, cut short. */
export interface PossibleEnd {
  /** The word that the marks follow, without them: "Inc", "U.S", "5". */
  readonly word: string;
  /** Whether `word` begins the sentence. */
  readonly wordIsFirst: boolean;
  /** What stands before `word`, one word, "" at the sentence's start. */
  readonly wordBefore: string;
  /** The run of full stops, question and exclamation marks, and ellipses. */
  readonly marks: string;
  /** Whether a closing quotation mark follows the marks. */
  readonly closesQuotation: boolean;
  /** What follows behind the white space, cut to a few words. */
  readonly after: string;
}

const capital = /^\p{Lu}|^\p{Lt}|^\p{Lo}|^[A-Z]/u;

/** Whether a sentence ends here. Rules after those of Kiss and Strunk (2006) and of pySBD's golden rules. */
export function endsSentence(end: PossibleEnd): boolean {
  const openers = /^["'“”‘’«»„‚‹›([{¿¡\s]*/u.exec(end.after)?.[0] ?? "";
  const next = end.after.slice(openers.length);
  if (next === "") return true;
  // "— Ana Ruiz" after a quotation belongs to it; so does a clause in brackets that begins small.
  if (/^[-–—―]/u.test(next)) return false;
  if (/^\p{Ll}/u.test(next) && !/^\p{Ll}{1,2}\p{Lu}/u.test(next)) return false;
  if (/^[,;:.?!…%&]/u.test(next)) return false;
  if (/[?!…]/u.test(end.marks) || end.marks.length > 1) {
    return !(end.closesQuotation && isReportingClause(next));
  }
  return end.closesQuotation || !isInsideSentence(end, next, openers !== "");
}

/** Whether the single full stop belongs to an abbreviation, an initial or a list number in the middle of a sentence. */
function isInsideSentence(end: PossibleEnd, next: string, nextIsQuoted: boolean): boolean {
  const word = end.word.toLowerCase();
  const nextWord = (/^[\p{L}\p{M}'’-]*/u.exec(next)?.[0] ?? "").toLowerCase();
  const opensNext = opensSentence.has(nextWord);
  if (/^\p{Nd}/u.test(next)) {
    return (
      belongsToNumber(end.word) || belongsToNextWord(end.word) || (end.wordIsFirst && /^\d+$/u.test(word))
    );
  }
  if (end.wordIsFirst && /^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/u.test(word)) return true;
  if (isInitial(end)) return !opensNext || nextWord === "a";
  if (belongsToNextWord(end.word)) return true;
  if (!capital.test(next)) return mayEndSentence(end.word);
  if (mayEndSentence(end.word) || isInitialism(end.word))
    return !opensNext && !nextIsQuoted && !endsTime(word, next);
  return false;
}

/** A single capital letter as in a name: "J. K. Odell", but not "Plan B." nor "vitamin C.". */
function isInitial({ word, wordBefore }: PossibleEnd): boolean {
  if (!/^\p{Lu}$/u.test(word)) return false;
  return (
    wordBefore === "" ||
    !/^(?:plan|vitamin|group|class|grade|type|hepatitis|section|exhibit|I)$/iu.test(wordBefore)
  );
}

/** Letters with full stops between them: "N.A.T.O", "U.S". */
const isInitialism = (word: string): boolean => /^(?:\p{L}\.)+\p{L}$/u.test(word);

/** "at 6 p.m. Mr. Odell left" ends a sentence, "at 6 p.m. Monday" and "6 p.m. EST" do not. */
function endsTime(word: string, next: string): boolean {
  if (word !== "a.m" && word !== "p.m") return false;
  return !/^(?:[A-Z]{2,4}\b|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Eastern|Central|Mountain|Pacific|local)/u.test(
    next,
  );
}

/** "Mary said", "the mayor asked", "Odell, 51, shouted": up to four words and then a verb of speech. */
function isReportingClause(next: string): boolean {
  const words = next.split(/\s+/u, 6);
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/(?<![.,;:?!])[.,;:?!]+$/u, "");
    if (index > 0 && isSpeechVerb.has(bare)) return true;
    if (/[.;:?!]$/u.test(word) && !/^(?:\p{Lu}|Mrs?|Ms|Dr|Sen|Gov|Rep|Gen)\.$/u.test(word)) return false;
  }
  return false;
}
