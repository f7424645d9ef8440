import femaleList from "../lexicons/female-first-names.json" with { type: "json" };
import maleList from "../lexicons/male-first-names.json" with { type: "json" };
import unisexList from "../lexicons/unisex-first-names.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

const firstNames = new Set([...wordSet(femaleList), ...wordSet(maleList), ...wordSet(unisexList)]);

/** Whether a lower-cased word is a first name by list. */
export const isFirstName = (lower: string): boolean => firstNames.has(lower);

const firstNameClass = wordClass(firstNames);

/** As `isFirstName`, of a token. */
export const isFirstNameToken = (token: Token | undefined): boolean => isOf(token, firstNameClass);
