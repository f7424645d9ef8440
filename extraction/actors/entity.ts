import type { Actor } from "../extraction.ts";
import type { Span } from "../span.ts";
import type { Gender } from "./gender.ts";

/** Somebody or something named in the article; it becomes an actor when words belong to it. */
export interface Entity {
  readonly id: string;
  /** The fullest name that the article gives. */
  readonly name: string;
  type: Actor["type"];
  /** Whether something besides the form of the name tells what it is: a title, a role, an age, a known first name. */
  evident: boolean;
  /** Words of the name, lower-cased. */
  readonly words: readonly string[];
  gender: Gender;
  /** The party that the article puts a person in, as `partyOf` writes it. */
  party: string | null;
  /** The place that the article says a person stands for, in small letters: of "(D-Mo.)" Missouri. */
  home: string | null;
  /** Named behind an article ("the Cold War") and nothing says that it is somebody: no "he" or "she" means it. */
  thing: boolean;
  /** How often the article names it in full: of two with one surname, the one it is about. */
  inFull: number;
  readonly roles: string[];
  /** Ids elsewhere, by scheme, of an actor whom the user knows. */
  readonly ids: Readonly<Record<string, string>>;
  readonly mentions: Span[];
}

/** An entity of which nothing but the name and the kind is known yet. */
export const newEntity = (
  id: string,
  name: string,
  type: Actor["type"],
  words: readonly string[],
  ids: Entity["ids"] = {},
): Entity => ({
  id,
  name,
  type,
  evident: true,
  words,
  gender: null,
  party: null,
  home: null,
  thing: false,
  inFull: 0,
  roles: [],
  ids,
  mentions: [],
});

/**
 * The words of a name printed in capitals, in the usual writing; other words unchanged. `lone` says that a single word
 * may be an acronym however long ("UNESCO"). A word of up to three capitals
 * may be an acronym ("BBC"), unless all of a longer name is in capitals and the word can be spoken ("ANA RUIZ").
 */
export function unshouted(words: readonly string[], lone = false): readonly string[] {
  if ((lone && words.length === 1) || !words.some(isLongShout)) return words;
  const allShouted = words.length > 1 && words.every((word) => /^\p{Lu}+$/u.test(word));
  return words.map((word) =>
    isLongShout(word) || (allShouted && /^(?=.*[AEIOUY])\p{Lu}{2,3}$/u.test(word)) ? capitalised(word) : word,
  );
}

/** A word in capitals in the usual writing of a name: "RUIZ" as "Ruiz". */
export const capitalised = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

const isLongShout = (word: string): boolean =>
  word.length > 3 && !isSmallLetter(word.charCodeAt(1)) && /^\p{Lu}{4,}$/u.test(word);

/** A quick no for nearly every word: in one of capitals the second letter is none of these. */
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;
