import type { Span } from "../span.ts";
import type { Tag } from "../syntax/tags.ts";

/** A word of a claim with what is known of its place in the sentence. */
export interface ClaimWord {
  readonly text: string;
  /** Whether it has a letter or a digit, and is no mark or stop. */
  readonly isWord: boolean;
  readonly hasDigit: boolean;
  /** What word lists say of it: see `marks`. */
  readonly marks: number;
  /** Lower-cased, with typographic apostrophes made straight. */
  readonly lower: string;
  /** In UTF-16 code units of the article, half-open. */
  readonly span: Span;
  /** Its part of speech; where no tagger has run, that of finite verbs as their form shows it, and else `null`. */
  readonly tag: Tag | null;
  /** Index in the claim of the word that it depends on; -1 where that is outside, or no tree is known. */
  readonly head: number;
  /** Its relation to that word, `null` where no tree is known. */
  readonly relation: string | null;
  /** Number of its sentence in the article, -1 where that is not known. */
  readonly sentence: number;
}

/** A word with another tag or head. Every word is made here, so that all have one shape. */
export const claimWord = (
  { text, isWord, hasDigit, marks, lower, span, relation, sentence }: Omit<ClaimWord, "tag" | "head">,
  tag: Tag | null,
  head: number,
): ClaimWord => ({ text, isWord, hasDigit, marks, lower, span, tag, head, relation, sentence });
