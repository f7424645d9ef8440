import roles from "../lexicons/byline-roles.json" with { type: "json" };
import words from "../lexicons/byline-words.json" with { type: "json" };
import monthsAndDays from "../lexicons/months-and-days.json" with { type: "json" };
import press from "../lexicons/press-words.json" with { type: "json" };
import { findDates } from "./find-dates.ts";

const allowed = new Set([...roles.entries, ...words.entries, ...press.entries]);
const dayOrMonth = new Set(monthsAndDays.entries.map((entry) => entry.toLowerCase()));
const roleWords = new Set(roles.entries);

/** Whether every word that begins with a small letter is one that bylines and lines of dates use. */
export function holdsOnlyBylineWords(line: string): boolean {
  const small = line.match(/(?<![\p{L}\p{N}@.'’-])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? [];
  return small.every((word) => allowed.has(word));
}

/** A word of bylines, or the name of a day or month. */
const isExpected = (word: string): boolean =>
  allowed.has(word.toLowerCase()) || dayOrMonth.has(word.toLowerCase());

const dateOpener =
  /^(?:first |originally |last )?(?:published|updated|posted|modified|revised|printed|date)\b/iu;

/** Whether a line says nothing but when the article was published, or what its author is. */
export function isMetadataLine(line: string): boolean {
  if (line.length > 160 || !holdsOnlyBylineWords(withoutDates(line))) return false;
  const dates = findDates(line);
  const words = withoutDates(line).match(/\p{L}+/gu) ?? [];
  if (dates.length > 0 && !dateOpener.test(line))
    return words.filter((word) => !isExpected(word)).length <= 2;
  if (dates.length > 0) return words.length <= 12;
  if (dateOpener.test(line)) return words.length <= 10 && /\d/u.test(line);
  return words.length <= 5 && roleWords.has((words.at(-1) ?? "").toLowerCase());
}

/** Whether the date on the line is that of a later change, not of publication. */
export const isUpdateLine = (line: string): boolean => /^(?:last )?(?:updated|modified|revised)/iu.test(line);

function withoutDates(line: string): string {
  let rest = "";
  let at = 0;
  for (const date of findDates(line)) {
    rest += line.slice(at, Math.max(at, date.start));
    at = Math.max(at, date.end);
  }
  return rest + line.slice(at);
}
