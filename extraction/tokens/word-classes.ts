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

const adverbs = wordSet(adverbList);
const auxiliaries = wordSet(auxiliaryList);
const conjunctions = wordSet(conjunctionList);
const determiners = wordSet(determinerList);
const nounsInLy = wordSet(nounInLyList);
const possessives = wordSet(possessiveList);
const prepositions = wordSet(prepositionList);
const pronouns = wordSet(pronounList);
const timeWords = wordSet(timeList);

/** An auxiliary or modal verb by list. As with every test of a word class, no token is of none. */
export const isAuxiliary = (token: Token | undefined): boolean => !!token && auxiliaries.has(token.lower);
/** A determiner by list. */
export const isDeterminer = (token: Token | undefined): boolean => !!token && determiners.has(token.lower);
/** A possessive determiner by list: "his", "their". */
export const isPossessive = (token: Token | undefined): boolean => !!token && possessives.has(token.lower);
/** A preposition by list. */
export const isPreposition = (token: Token | undefined): boolean => !!token && prepositions.has(token.lower);
/** A conjunction by list. */
export const isConjunction = (token: Token | undefined): boolean => !!token && conjunctions.has(token.lower);
/** A personal or other pronoun by list. */
export const isPronoun = (token: Token | undefined): boolean => !!token && pronouns.has(token.lower);
/** A word for a day, month or time by list. */
export const isTimeWord = (token: Token | undefined): boolean => !!token && timeWords.has(token.lower);

/** The possessive clitic, "'s" or the bare apostrophe behind a plural. */
export const isClitic = (token: Token | undefined): boolean =>
  !!token && (token.lower === "'s" || token.lower === "'");

/** An adverb by list or by its ending -ly. */
export const isAdverb = (token: Token | undefined): boolean =>
  !!token &&
  token.kind === "word" &&
  (adverbs.has(token.lower) ||
    (token.lower.length > 4 && token.lower.endsWith("ly") && !nounsInLy.has(token.lower)));

/** An adverb by list alone: not "Jolly". */
export const isAdverbByList = (token: Token | undefined): boolean => !!token && adverbs.has(token.lower);

/** Begins with a capital letter. */
export const isCapitalised = (token: Token | undefined): boolean =>
  !!token && token.kind === "word" && beginsWithCapital(token.text);

/** The pattern is asked for other letters than those of ASCII only: this is asked of every word, again and again. */
function beginsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** A word that is none of the closed classes: in a subject before its verb, a noun, a name or an adjective. */
export const isContentWord = (token: Token | undefined): boolean =>
  !!token &&
  (token.kind === "number" ||
    (token.kind === "word" &&
      !auxiliaries.has(token.lower) &&
      !conjunctions.has(token.lower) &&
      !prepositions.has(token.lower) &&
      !determiners.has(token.lower) &&
      (!pronouns.has(token.lower) || isCapitalised(token)) &&
      !adverbs.has(token.lower) &&
      !isClitic(token)));
