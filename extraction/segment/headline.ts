import { readDateline } from "./read-dateline.ts";

/** Words that titles in capitals leave small. */
const small = new Set(
  "a an the and but or nor for of in on at by to as is vs with from into over up after before than".split(
    " ",
  ),
);
const leadOpener = /^(?:An?|The|It|He|She|I|We|There|They|In|On|At|More|Some|Two|Three)\b/u;
const leadWords =
  /\b(?:said|told|announced|(?:on |last |this )?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|yesterday)\b/u;

/**
 * Whether the first paragraph of an article is its headline. Without a full stop a short one is; with one it
 * must be in title case, or be far shorter than the paragraph after it and not read like a lead.
 */
export function isHeadline(paragraph: string, next: string | undefined): boolean {
  if (next === undefined || paragraph.length > 200 || /[,—–-]$/u.test(paragraph)) return false;
  const words = paragraph.split(/\s+/u);
  if (words.length > 25 || readDateline(paragraph, [0, paragraph.length]) !== null) return false;
  if (!/[.…:]["'”’»)]*$/u.test(paragraph)) return true;
  if (readDateline(next, [0, next.length]) !== null) return true;
  if (titleCaseShare(words) >= 0.7) return true;
  return (
    words.length <= 16 &&
    next.length > paragraph.length * 1.3 &&
    !leadOpener.test(paragraph) &&
    !leadWords.test(paragraph)
  );
}

/**
 * Whether a paragraph between others is the heading of what follows: short, beginning with a capital or a
 * figure, without quotation marks and without a mark at its end.
 */
export function isSubheading(paragraph: string, next: string | undefined): boolean {
  return (
    next !== undefined &&
    paragraph.length <= 80 &&
    paragraph.split(/\s+/u).length <= 10 &&
    /^[\p{Lu}\p{Nd}]/u.test(paragraph) &&
    /[\p{L}\p{Nd})]$/u.test(paragraph) &&
    !/["“”«»„]/u.test(paragraph) &&
    next.length > paragraph.length * 1.5
  );
}

function titleCaseShare(words: readonly string[]): number {
  const large = words.filter((word) => !small.has(word.toLowerCase()));
  const titled = large.filter((word) => /^["'“‘«(]?[\p{Lu}\p{Nd}$]/u.test(word));
  return large.length === 0 ? 0 : titled.length / large.length;
}
