import adverbList from "../lexicons/adverbs.json" with { type: "json" };
import auxiliaryList from "../lexicons/auxiliaries.json" with { type: "json" };
import conjunctionList from "../lexicons/conjunctions.json" with { type: "json" };
import determinerList from "../lexicons/determiners.json" with { type: "json" };
import nounInLyList from "../lexicons/nouns-in-ly.json" with { type: "json" };
import possessiveList from "../lexicons/possessives.json" with { type: "json" };
import prepositionList from "../lexicons/prepositions.json" with { type: "json" };
import pronounList from "../lexicons/pronouns.json" with { type: "json" };
import timeList from "../lexicons/time-words.json" with { type: "json" };
import { wordSet } from "./lexicon.ts";
import type { Token } from "./token.ts";
import { isOf, wordClass, wordClassBy } from "./word-class.ts";

const adverbs = wordClass(wordSet(adverbList));
const auxiliaries = wordClass(wordSet(auxiliaryList));
const conjunctions = wordClass(wordSet(conjunctionList));
const determiners = wordClass(wordSet(determinerList));
const nounsInLy = wordSet(nounInLyList);
/** By the ending -ly. */
const adverbsInLy = wordClassBy(
  (_, lower) => lower.length > 4 && lower.endsWith("ly") && !nounsInLy.has(lower),
);
const capitalised = wordClassBy(beginsWithCapital);
const possessives = wordClass(wordSet(possessiveList));
const prepositions = wordClass(wordSet(prepositionList));
const pronouns = wordClass(wordSet(pronounList));
const timeWords = wordClass(wordSet(timeList));
const clitics = wordClass(["'s", "'"]);
/** What no noun, name or adjective is. */
const closedClasses = auxiliaries | conjunctions | prepositions | determiners | adverbs | clitics;

/** An auxiliary or modal verb by list. As with every test of a word class, no token is of none. */
export const isAuxiliary = (token: Token | undefined): boolean => isOf(token, auxiliaries);
/** A determiner by list. */
export const isDeterminer = (token: Token | undefined): boolean => isOf(token, determiners);
/** A possessive determiner by list: "his", "their". */
export const isPossessive = (token: Token | undefined): boolean => isOf(token, possessives);
/** A preposition by list. */
export const isPreposition = (token: Token | undefined): boolean => isOf(token, prepositions);
/** A conjunction by list. */
export const isConjunction = (token: Token | undefined): boolean => isOf(token, conjunctions);
/** A personal or other pronoun by list. */
export const isPronoun = (token: Token | undefined): boolean => isOf(token, pronouns);
/** A word for a day, month or time by list. */
export const isTimeWord = (token: Token | undefined): boolean => isOf(token, timeWords);

/** The possessive clitic, "'s" or the bare apostrophe behind a plural. */
export const isClitic = (token: Token | undefined): boolean => isOf(token, clitics);

/** An adverb by list or by its ending -ly. */
export const isAdverb = (token: Token | undefined): boolean =>
  isOf(token, adverbs | adverbsInLy) && token?.kind === "word";

/** An adverb by list alone: not "Jolly". */
export const isAdverbByList = (token: Token | undefined): boolean => isOf(token, adverbs);

/** Begins with a capital letter. */
export const isCapitalised = (token: Token | undefined): boolean => isOf(token, capitalised);

/** Whether a word begins with a capital letter; the pattern is asked for other letters than those of ASCII only. */
export function beginsWithCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

/** A word that is none of the closed classes: in a subject before its verb, a noun, a name or an adjective. */
export const isContentWord = (token: Token | undefined): boolean =>
  !!token &&
  (token.kind === "number" ||
    (token.kind === "word" &&
      !isOf(token, closedClasses) &&
      (!isOf(token, pronouns) || isCapitalised(token))));
