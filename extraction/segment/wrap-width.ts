import type { Span } from "../span.ts";

/** Wider lines are not wrapped by hand or by a mail program, in UTF-16 code units. */
const widest = 110;
const narrowest = 40;

/**
 * The column at which a text was hard-wrapped, in UTF-16 code units, or `null` where each line is a
 * paragraph. Wrapped text has no long lines, and many of its lines begin with a small letter in the middle
 * of a sentence.
 */
export function wrapWidth(text: string, lines: readonly { span: Span; blank: boolean }[]): number | null {
  let filled = 0;
  let long = 0;
  let width = 0;
  let pairs = 0;
  let continued = 0;
  let previousFilled = false;
  for (const { span, blank } of lines) {
    if (!blank) {
      const length = span[1] - span[0];
      filled++;
      if (length > widest) long++;
      else width = Math.max(width, length);
      if (previousFilled) {
        pairs++;
        if (/^\s*["'“‘(]?\p{Ll}/u.test(text.slice(span[0], Math.min(span[1], span[0] + narrowest))))
          continued++;
      }
    }
    previousFilled = !blank;
  }
  const isWrapped = pairs > 0 && width >= narrowest && long <= filled * 0.05 && continued >= pairs * 0.4;
  return isWrapped ? width : null;
}
