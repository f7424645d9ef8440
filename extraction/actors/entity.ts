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
  readonly roles: string[];
  readonly mentions: Span[];
}

/** An entity of which nothing but the name and the kind is known yet. */
export const newEntity = (
  id: string,
  name: string,
  type: Actor["type"],
  words: readonly string[],
): Entity => ({ id, name, type, evident: true, words, gender: null, roles: [], mentions: [] });

/** A name printed in capitals, in the usual writing; other names unchanged. */
export const unshouted = (word: string): string =>
  /^\p{Lu}{4,}$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
