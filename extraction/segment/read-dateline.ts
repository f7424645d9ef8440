import type { Span } from "../span.ts";
import { trimmed } from "../span.ts";

/** The opening of a wire story and the place in it. */
export interface Dateline {
  readonly span: Span;
  readonly place: Span;
}

/** A dateline is not longer, in UTF-16 code units. */
const longest = 120;

const monthName = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const capitals = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]+(?: \\p{Lu}[\\p{Lu}\\p{M}.'’-]*){0,3}";
const names = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|and|of|the|de|la)){0,3}";
const date = `(?:${monthName} \\d{1,2}|\\d{1,2} ${monthName})(?:,? \\d{4})?`;
const agency = "\\([^()\\n]{2,40}\\)";
const dash = "(?:—|–|―|--?|:)";

// PLACE IN CAPITALS[, Region][, May 3[, 2019]] [(AGENCY)] — and, with an agency, a place in small letters.
const forms = [
  new RegExp(
    `^(${capitals}(?:, (?!${date})${names}){0,2})(?:, ${date})?(?:,? ${agency})? ?(?:—|–|―|--| -)\\s`,
    "u",
  ),
  new RegExp(`^(${names}(?:, (?!${date})${names}){0,2})(?:, ${date})?,? ${agency} ?${dash}\\s`, "u"),
  new RegExp(`^(${capitals}(?:, (?!${date})${names}){0,2}), ${date} ?${dash}\\s`, "u"),
];

/**
 * The dateline at the head of a paragraph ("PORT ARDEN, Brenia, May 3 (NNA) —"), dash included, and its place
 * ("PORT ARDEN, Brenia"); `null` where there is none or nothing follows it. The place is in capitals, or an
 * agency stands in brackets behind it.
 */
export function readDateline(text: string, [start, end]: Span): Dateline | null {
  const head = text.slice(start, Math.min(end, start + longest));
  for (const form of forms) {
    const match = form.exec(head);
    const place = match?.[1];
    if (match === null || place === undefined) continue;
    const span = trimmed(text, [start, start + match[0].length]);
    if (span[1] < end) return { span, place: [start, start + place.length] };
  }
  return null;
}
