import monthList from "../lexicons/months-and-days.json" with { type: "json" };
import partyList from "../lexicons/party-words.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import titleList from "../lexicons/titles.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

const months = wordClass(wordSet(monthList));

/** Whether a token is a month or day, which have a capital and name nobody. */
export const isMonth = (token: Token | undefined): boolean => isOf(token, months);

/** Words for members of parties. */
export const parties = wordSet(partyList);

const titles = wordClass([...wordSet(titleList), ...wordSet(roleList), ...wordSet(partyList)]);

/**
 * Whether a token is a title. A role in capitals before a name is one too ("Statistician Jonas Weil" at the head of a
 * sentence).
 */
export const isTitle = (token: Token | undefined): boolean => isOf(token, titles);
