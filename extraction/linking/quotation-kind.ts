import contextList from "../lexicons/title-contexts.json" with { type: "json" };
import type { Quotation } from "../marks/quotation.ts";
import { textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";

const titleContexts = wordSet(contextList);
const firstPerson = /(?<![\p{L}’'])(?:I|we|our|my|us|me|We|Our|My)(?![\p{L}])/u;

/**
 * What words in marks are when no cue claims them: `speech` (somebody is quoted and the speaker must be found), or
 * `not-speech` (scare quotes, nicknames, titles of works).
 *
 * Speech stands alone as a sentence or more, or says "I" or "we" and is longer than a label.
 */
export function quotationKind(
  text: string,
  tokens: readonly Token[],
  at: number,
  quotation: Quotation,
): "speech" | "not-speech" {
  const words = textOf(text, quotation.inner).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const before = tokens[at - 1];
  if (before && titleContexts.has(before.lower)) return "not-speech";
  const alone = tokens.every((token) => token.kind === "quotation" || token.kind === "punctuation");
  const inner = textOf(text, quotation.inner);
  if (!quotation.closed && !quotation.continues) return alone && words >= 5 ? "speech" : "not-speech";
  if (alone)
    return words >= 3 || /[.!?…]$/u.test(inner.trimEnd()) || quotation.continues ? "speech" : "not-speech";
  if (before?.text === ":" && words >= 3) return "speech";
  if (words >= 4 && firstPerson.test(inner)) return "speech";
  const sentence = /^\p{Lu}/u.test(inner) && /[.!?…,]$/u.test(inner);
  return sentence && words >= 4 ? "speech" : "not-speech";
}
