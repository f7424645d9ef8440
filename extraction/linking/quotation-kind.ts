import contextList from "../lexicons/title-contexts.json" with { type: "json" };
import type { Quotation } from "../marks/quotation.ts";
import { textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";

const titleContexts = wordSet(contextList);
const firstPerson = /(?<![\p{L}’'])(?:I|we|our|my|us|me|We|Our|My)(?![\p{L}])/u;

/**
 * What words in marks are when no cue claims them: `speech` (somebody is quoted and the speaker must be found), or
 * `not-speech` (scare quotes, nicknames, titles of works). Speech stands alone as a sentence or more, or says "I" or
 * "we" and is longer than a label.
 *
 * `before` is the token before the quotation; `alone` says whether its unit has nothing but quotations.
 */
export function quotationKind(
  text: string,
  before: Token | undefined,
  quotation: Quotation,
  alone: boolean,
): "speech" | "not-speech" {
  const inner = textOf(text, quotation.inner);
  const isSpeech = (): boolean => {
    if (before && titleContexts.has(before.lower)) return false;
    if (!quotation.closed && !quotation.continues) return alone && hasWords(inner, 5);
    if (alone) return hasWords(inner, 3) || /[.!?…]$/u.test(inner.trimEnd()) || quotation.continues;
    if (before?.text === ":" && hasWords(inner, 3)) return true;
    return (
      hasWords(inner, 4) && (firstPerson.test(inner) || (/^\p{Lu}/u.test(inner) && /[.!?…,]$/u.test(inner)))
    );
  };
  return isSpeech() ? "speech" : "not-speech";
}

const word = /[\p{L}\p{N}]+/gu;

/** Whether there are so many words: of a long quotation the others are not read. */
function hasWords(text: string, least: number): boolean {
  word.lastIndex = 0;
  for (let words = 0; words < least; words++) if (!word.test(text)) return false;
  return true;
}
