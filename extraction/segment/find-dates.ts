/** A day with a year as a text states it, and where: offsets in UTF-16 code units of the searched string. */
export interface FoundDate {
  /** ISO 8601, e.g. `2005-01-26`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const day = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "([12]\\d{3})(?!\\d)";
const time = "(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?";

const isoForm = new RegExp(`(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})${time}(?!\\d)`, "gu");
const numericForm = new RegExp(`(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2${year}`, "gu");
const monthFirstForm = new RegExp(`\\b${month}\\s{1,3}${day},?\\s{1,3}${year}`, "giu");
const dayFirstForm = new RegExp(`(?<!\\d)${day}(?:\\s{1,3}of)?\\s{1,3}${month},?\\s{1,3}${year}`, "giu");

/**
 * The dates with day, month and year in a short string, in order: 2005-01-26, 1/26/2005, 26.1.2005,
 * January 26, 2005, 26 January 2005, and their shortened forms. Days that the calendar does not have are
 * left out. With full stops the day comes first; with slashes or hyphens the month does, as in the United
 * States, unless the first number can only be a day.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, y: string | undefined, m: number, d: number): void => {
    const date = isoDate(Number(y), m, d);
    if (date !== null) found.push({ date, start: match.index, end: match.index + match[0].length });
  };
  for (const match of text.matchAll(isoForm)) add(match, match[1], Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(numericForm)) {
    const first = Number(match[1]);
    const second = Number(match[3]);
    const dayFirst = match[2] === "." || first > 12;
    add(match, match[4], dayFirst ? second : first, dayFirst ? first : second);
  }
  for (const match of text.matchAll(monthFirstForm))
    add(match, match[3], monthNumber(match[1]), Number(match[2]));
  for (const match of text.matchAll(dayFirstForm))
    add(match, match[3], monthNumber(match[2]), Number(match[1]));
  return found.sort((a, b) => a.start - b.start);
}

const monthNumber = (name: string | undefined): number =>
  months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

function isoDate(y: number, m: number, d: number): string | null {
  if (y < 1000 || m < 1 || m > 12 || d < 1) return null;
  const at = new Date(Date.UTC(y, m - 1, d));
  return at.getUTCDate() === d ? at.toISOString().slice(0, 10) : null;
}
