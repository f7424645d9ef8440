import openerList from "../lexicons/bare-clause-openers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";
import {
  isAdverb,
  isAuxiliary,
  isContentWord,
  isDeterminer,
  isPossessive,
  isPronoun,
} from "../tokens/word-classes.ts";
import type { Phrase } from "./phrase.ts";

const bareClauseOpeners = wordClass(wordSet(openerList));

/** Whether a clause without "that" can begin at this token. */
export const opensBareClause = (token: Token | undefined): boolean =>
  !!token &&
  (isDeterminer(token) ||
    isPossessive(token) ||
    isPronoun(token) ||
    isContentWord(token) ||
    (isAdverb(token) && !isAuxiliary(token)) ||
    isOf(token, bareClauseOpeners));

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
  const nickname = tokens.slice(phrase.first, phrase.last + 1).find((token) => token.quotation);
  const words = nickname?.text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= longestNickname && words.some((word) => /^\p{Lu}/u.test(word));
}

/** How near a quotation has to stand for an object to be taken for somebody's words. */
const nearness = 8;

/** Whether a quotation stands within the first words of a run. */
export const quotationIsNear = (tokens: readonly Token[], { first, last }: Phrase): boolean =>
  tokens.slice(first, Math.min(last + 1, first + nearness)).some((token) => token.quotation !== null);
