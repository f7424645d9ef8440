import type { Line } from "./split-lines.ts";

/** Wider lines are not wrapped by hand or by a mail program, in UTF-16 code units. */
const widest = 110;
const narrowest = 40;

const startsSmall = /^\s*["'“‘(]?\p{Ll}/u;

/**
 * The column at which a text was hard-wrapped, in UTF-16 code units, or `null` where each line is a
 * paragraph. Wrapped text has no long lines, and many of its lines begin with a small letter in the middle
 * of a sentence.
 */
export function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let long = 0;
  let width = 0;
  let pairs = 0;
  let continued = 0;
  for (const { span, afterBlank } of lines) {
    const length = span[1] - span[0];
    if (length > widest) long++;
    else width = Math.max(width, length);
    if (afterBlank) continue;
    pairs++;
    if (startsSmall.test(text.slice(span[0], Math.min(span[1], span[0] + narrowest)))) continued++;
  }
  const isWrapped =
    pairs > 0 && width >= narrowest && long <= lines.length * 0.05 && continued >= pairs * 0.4;
  return isWrapped ? width : null;
}
