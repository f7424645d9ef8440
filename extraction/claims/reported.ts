import type { Attribution } from "../extraction.ts";
import type { Span } from "../span.ts";

/**
 * Whether a claim is told in the reporter's words: it stands in no quotation marks of its attribution, so that "he" may be
 * the speaker.
 */
export function isReported(
  text: string,
  attribution: Pick<Attribution, "content" | "form"> | null,
  [start]: Span,
): boolean {
  if (attribution === null || attribution.form === "direct") return false;
  if (start > 0 && (isMark(text.charAt(start - 1)) || isMark(text.charAt(start)))) return false;
  const fragment = attribution.content.findLast(([from]) => from <= start);
  let open = 0;
  let straight = 0;
  for (let at = fragment?.[0] ?? start; at < start; at++) {
    const mark = text.charAt(at);
    if (mark === '"') straight++;
    else if (mark === "“" || mark === "«" || mark === "„") open++;
    else if (mark === "”" || mark === "»") open--;
  }
  // Of straight marks every second closes.
  return open + (straight % 2) <= 0;
}

const isMark = (character: string): boolean => character !== "" && '"“”‘«»„'.includes(character);
