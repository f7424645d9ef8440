import prepositionList from "../lexicons/adverbial-prepositions.json" with { type: "json" };
import speechList from "../lexicons/speech-nouns.json" with { type: "json" };
import timeOpenerList from "../lexicons/time-openers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";
import {
  isAdverb,
  isAuxiliary,
  isCapitalised,
  isClitic,
  isContentWord,
  isDeterminer,
  isPossessive,
  isPreposition,
  isPronoun,
  isTimeWord,
} from "../tokens/word-classes.ts";

const speechNouns = wordSet(speechList);
const timeOpeners = wordClass(wordSet(timeOpenerList));
const adverbialPrepositions = wordClass(wordSet(prepositionList));
const periods = ["day", "year", "month", "week"];

/** What follows a reporting verb before its content begins. */
export interface Tail {
  /** Index of the first token behind addressee and adverbials. */
  readonly next: number;
  /** Last token that still belongs to the cue: its manner or medium ("in a statement"). */
  readonly cueLast: number;
}

/** The longest tail, and the longest noun phrase in it, in tokens: what follows further on is not read as one. */
const longestTail = 60;

/**
 * Passes over what stands between a cue and its content: the addressee ("told reporters"), times and places
 * ("on Monday", "the next day"), and the medium ("in a statement"), which belongs to the cue.
 */
export function passTail(tokens: readonly Token[], from: number, takesAddressee: boolean): Tail {
  let next = from;
  let cueLast = from - 1;
  if (takesAddressee) next = passAddressee(tokens, next);
  // Behind an addressee, "to" begins what is asked of him: "urged the board to mend it".
  if (next > from && tokens[next]?.lower === "to") return { next, cueLast };
  while (next - from < longestTail) {
    if (tokens[next]?.text === "," && tokens[next + 2]?.text === "," && isAdverb(tokens[next + 1])) {
      next += 3;
      continue;
    }
    const time = passTime(tokens, next);
    if (time > next) {
      next = time;
      continue;
    }
    const phrase = passPrepositional(tokens, next);
    if (phrase.next === next) return { next, cueLast };
    if (phrase.speech && cueLast === next - 1) cueLast = phrase.next - 1;
    next = phrase.next;
  }
  return { next, cueLast };
}

function passAddressee(tokens: readonly Token[], from: number): number {
  const opening = tokens[from];
  if (!opening || opening.lower === "that" || opening.kind === "quotation") return from;
  if (isPronoun(opening) && !isDeterminer(opening)) return from + 1;
  if (["me", "us", "him", "them", "you"].includes(opening.lower)) return from + 1;
  return passNounPhrase(tokens, from);
}

/** One noun phrase, with what "of" joins to it; stops where another determiner begins a new one. */
function passNounPhrase(tokens: readonly Token[], from: number): number {
  let at = passSimplePhrase(tokens, from);
  while (tokens[at]?.lower === "of" && at > from && at - from < longestTail) {
    const next = passSimplePhrase(tokens, at + 1);
    if (next === at + 1) return next;
    at = next;
  }
  return at;
}

/** One noun phrase without complements. */
function passSimplePhrase(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + longestTail);
  let at = from;
  while (at < end && (isDeterminer(tokens[at]) || isPossessive(tokens[at]))) at++;
  let named = false;
  for (; at < end; at++) {
    const token = tokens[at];
    if (isClitic(token)) continue;
    if (!isContentWord(token) || isPronounSubject(token)) break;
    if (isTimeWord(token) && !named && at > from) break;
    // A capitalised word behind a lower-case one begins the next phrase: "told reporters Orlo had left".
    if (
      !named &&
      at > from &&
      isCapitalised(token) &&
      !isCapitalised(tokens[at - 1]) &&
      isContentWord(tokens[at - 1])
    )
      break;
    named = isCapitalised(token);
  }
  return at;
}

const pronounSubjects = wordClass(["i", "he", "she", "it", "we", "they", "there"]);

const isPronounSubject = (token: Token | undefined): boolean => isOf(token, pronounSubjects);

function passTime(tokens: readonly Token[], from: number): number {
  let at = from;
  if (isDeterminer(tokens[at]) && (isOf(tokens[at + 1], timeOpeners) || isTimeWord(tokens[at + 1]))) at++;
  while (
    isOf(tokens[at], timeOpeners) &&
    (isTimeWord(tokens[at + 1]) || periods.includes(tokens[at + 1]?.lower ?? ""))
  )
    at++;
  const start = at;
  while (isTimeWord(tokens[at]) || tokens[at]?.lower === "day" || tokens[at]?.lower === "ago") at++;
  // "next year will be harder": the time is the subject of what is said.
  return at > start && !isAuxiliary(tokens[at]) ? at : from;
}

function passPrepositional(tokens: readonly Token[], from: number): { next: number; speech: boolean } {
  const preposition = tokens[from];
  const none = { next: from, speech: false };
  if (!isPreposition(preposition) || !preposition) return none;
  if (!isOf(preposition, adverbialPrepositions)) return none;
  const next = passNounPhrase(tokens, from + 1);
  if (next === from + 1) return none;
  const speech = tokens.slice(from + 1, next).some((token) => speechNouns.has(token.lower));
  return { next, speech };
}
