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
  if (/["“”‘«»„]/u.test(text.slice(start - 1, start + 1))) return false;
  const fragment = attribution.content.findLast(([from]) => from <= start);
  const before = fragment ? text.slice(fragment[0], start) : "";
  const straight = before.split('"').length - 1;
  const opened = (before.match(/[“«„]/gu)?.length ?? 0) + straight - Math.floor(straight / 2);
  const closed = (before.match(/[”»]/gu)?.length ?? 0) + Math.floor(straight / 2);
  return opened <= closed;
}
