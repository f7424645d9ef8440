import { firstFrom } from "../first-from.ts";
import type { Frame } from "../frames/frame.ts";
import type { Quotation } from "../marks/quotation.ts";
import { contains, overlaps, type Span, textOf } from "../span.ts";

/** The content of a frame, and the quotations that it has; those that it mostly has are its own whole. */
export interface WholeContent {
  readonly spans: readonly Span[];
  readonly quotations: Quotation[];
}

/** What a frame has of the article's `quotations`, which are in order. */
export function wholeContent(
  text: string,
  { source, cue, content }: Frame,
  quotations: readonly Quotation[],
): WholeContent {
  const own: Quotation[] = [];
  const spans: Span[] = [...content];
  for (const span of content) {
    const first = Math.max(0, firstFrom(quotations, span[0], startOfQuotation) - 1);
    for (let at = first; at < quotations.length; at++) {
      const quotation = quotations[at];
      if (!quotation || quotation.span[0] >= span[1]) break;
      if (!overlaps(quotation.span, span) || own.includes(quotation)) continue;
      // A single word in marks is a label, not words of the source, unless a rule finds that it is.
      if (!/\s/u.test(textOf(text, quotation.inner).trim())) continue;
      if (contains(span, quotation.span)) {
        own.push(quotation);
        continue;
      }
      const shared = Math.min(quotation.span[1], span[1]) - Math.max(quotation.span[0], span[0]);
      const isOthers = touches(source, quotation) || touches(cue, quotation);
      if (isOthers || 2 * shared <= quotation.span[1] - quotation.span[0]) continue;
      own.push(quotation);
      spans.push(quotation.span);
    }
  }
  return { spans, quotations: own.sort((a, b) => a.span[0] - b.span[0]) };
}

const startOfQuotation = ({ span }: Quotation): number => span[0];

const touches = (span: Span | null, quotation: Quotation): boolean =>
  span !== null && overlaps(span, quotation.span);
