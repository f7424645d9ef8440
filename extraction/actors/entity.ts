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

/** The same for everyone of that name in every article: lower case, without accents, words joined by hyphens. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/gu, "");
}

/** A name printed in capitals, in the usual writing; other names unchanged. */
export const unshouted = (word: string): string =>
  /^\p{Lu}{4,}$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
