import { firstFrom } from "../first-from.ts";
import type { Frame } from "../frames/frame.ts";
import type { Quotation } from "../marks/quotation.ts";
import { overlaps, textOf } from "../span.ts";

/** Where a clause begins that tells more of somebody. */
const relativeClause = /,\s+(?:who|which)\s/u;

/**
 * A frame whose source ends before a relative clause with words in marks: “said Ana Ruiz, who vowed to fight ‘in every
 * town’” has two attributions, and what is in marks in the clause is the second one's.
 *
 * @param quotations of the article, in order
 */
export function sourceWithoutQuotation(text: string, frame: Frame, quotations: readonly Quotation[]): Frame {
  const { source } = frame;
  if (!source) return frame;
  const quoted = quotations[firstFrom(quotations, source[0], ({ span }) => span[0])];
  if (!quoted || !overlaps(quoted.span, source)) return frame;
  // A name or nickname in marks is no speech.
  if (!/\s/u.test(textOf(text, quoted.inner).trim())) return frame;
  const before = text.slice(source[0], quoted.span[0]).search(relativeClause);
  return before < 0 ? frame : { ...frame, source: [source[0], source[0] + before] };
}
