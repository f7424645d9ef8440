import type { Entity } from "./entity.ts";
import { surnameOf } from "./fullest-name.ts";
import { partyOf } from "./party.ts";
import { isOrganizationNoun } from "./source-kind.ts";

/** "Democrats Abroad", "Senate Democrats": who stands first is more than this body. */
export const isCommonOpener = (word: string): boolean =>
  isOrganizationNoun(word) || partyOf(word.replace(/s$/u, "")) !== null;

/** A country is no first word of a name of unclear kind: Russia is not "Russia Today"; it may be a first name or surname. */
export const isPersonOf = ({ evident, words }: Entity, key: string): boolean =>
  evident || surnameOf(words) === key;
