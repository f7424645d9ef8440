import { isHedged } from "./claims/claim-worth.ts";
import type { Form } from "./extraction.ts";
import hedgeList from "./lexicons/hedges.json" with { type: "json" };
import type { Draft } from "./linking/draft.ts";
import { type Span, textOf } from "./span.ts";
import { tokenise } from "./tokens/tokenise.ts";

/** White space that is more than a space alone. */
const otherSpace = /[^\S ]|\s{2}/u;

/** The words of some spans, for comparison: case and white space aside. */
export const normalised = (text: string, spans: readonly Span[]): string =>
  spans
    .map((span) => {
      const words = textOf(text, span).toLowerCase();
      return otherSpace.test(words) ? words.replace(/\s+/gu, " ") : words;
    })
    .join("|");

/** Whether the letters of a hedge stand somewhere; where none do, no word is one, and the words need not be told apart. */
const hasHedgeLetters = (lower: string): boolean => hedgeList.entries.some((hedge) => lower.includes(hedge));

/** Whether the words of some spans keep what is said at a distance; `lower` has all of them in lower case. */
export const areHedged = (text: string, spans: readonly Span[], lower: string): boolean =>
  hasHedgeLetters(lower) && spans.some((span) => isHedged(tokenise(text, span, [])));

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** Direct: every word of the content is inside marks; mixed: some; indirect: none. */
export function formOf(text: string, { content, quotations }: Pick<Draft, "content" | "quotations">): Form {
  if (quotations.length === 0) return "indirect";
  // Both lists are in order, so one pass over the quotations serves all fragments.
  let next = 0;
  for (const [start, end] of content) {
    let at = start;
    for (; ; next++) {
      const quotation = quotations[next];
      if (!quotation || quotation.span[0] >= end) break;
      if (letterOrDigit.test(text.slice(at, Math.max(at, quotation.span[0])))) return "mixed";
      at = Math.max(at, quotation.span[1]);
    }
    if (letterOrDigit.test(text.slice(at, end))) return "mixed";
  }
  return "direct";
}
