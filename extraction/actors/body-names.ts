import organizationWordList from "../lexicons/organization-name-words.json" with { type: "json" };
import organizationList from "../lexicons/organization-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

const organizationNouns = wordSet(organizationList);
const organizationWords = wordSet(organizationWordList);
const bodyNouns = wordClass(organizationNouns);
const bodyWords = wordClass([...organizationNouns, ...organizationWords]);

/** Whether a token is a noun of bodies ("committee"), alone or as the last word of a firm's name ("Airlines"). */
export const isBodyWord = (token: Token | undefined): boolean => isOf(token, bodyWords);

/** Whether a token is a noun that also alone stands for a body: "committee". */
export const isBodyNoun = (token: Token | undefined): boolean => isOf(token, bodyNouns);

/** People who are for something or against it in the name of a body; a closed choice of such names. */
const causeWords = new Set(
  "americans artists business businesses citizens doctors families farmers fathers mothers parents people physicians scientists students veterans women workers".split(
    " ",
  ),
);

/** Whether a token opens the name of a body that is for something: "Citizens for Clean Nets". */
export const isCauseWord = (token: Token | undefined): boolean => causeWords.has(token?.lower ?? "");

/** Whether a name is a firm's, club's or union's by its last word, so that its first word alone means it too. */
export const isFirmName = (words: readonly string[]): boolean =>
  words.length > 1 && organizationWords.has(words.at(-1)?.toLowerCase() ?? "");

/** Whether the words of a run name an organisation by one of its words, or by being an acronym. */
export const namesOrganization = (words: readonly string[]): boolean =>
  words.some((word) => organizationNouns.has(withoutStop(word.toLowerCase()))) ||
  isFirmName(words) ||
  (causeWords.has(words[0]?.toLowerCase() ?? "") && ["for", "against"].includes(words[1] ?? "")) ||
  (words.length === 1 && isAcronym(words[0] ?? ""));

const withoutStop = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word);

/** Capitals, with full stops or without: "FBI", "F.B.I." Most words have a small letter behind their first. */
export const isAcronym = (word: string): boolean =>
  !isSmallLetter(word.charCodeAt(1)) && /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6}|(?:\p{Lu}\.)+\p{Lu})$/u.test(word);

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;
