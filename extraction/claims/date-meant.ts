import type { Tense } from "../extraction.ts";
import type { Span } from "../span.ts";
import type { ClaimWord } from "./claim-word.ts";
import type { Rewording } from "./rewording.ts";
import { marks } from "./word-marks.ts";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** What points to a date: one alternative for each way to say it, longest first. */
const pointing =
  /(?<day>(?:(?:last|next|this)\s)?(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?:\s(?:morning|afternoon|evening|night))?)\b(?!,?\s(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)|\d))|(?<monthDay>(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)\s\d\d?|\d\d?\s(?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?!,?\s\d{4}|\d)|(?<month>(?:(?:last|next)\s|(?<=\b(?:in|since|by|until|from|of|during|before|after|for|to|through)\s))(?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?!,?\s\d)|(?<near>(?:last|next|this)\s(?:week|weekend|month|year|spring|summer|autumn|fall|winter|season|night|morning|evening))\b|(?<ago>\b(?:an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:day|week|month|year)s?\sago)\b|(?<alone>\b(?:yesterday|today|tomorrow|tonight)\b)/giu;

const preposition = /\b(?:in|on|by|since|until|till|before|after|from|of|for|than|during|to|through)\s$/iu;
const dayLength = 86_400_000;

/**
 * How many code units at most what points to a date begins before the word that shows it ("seven months ago"), and how many behind it
 * the pattern looks at ("Thursday morning, September 4").
 */
const longestBefore = 16;
const longestBehind = 40;
/** Words for the stretches of time that "last" and "this" stand before. */
const nearTime = /^(?:week|month|year|spring|summer|autumn|fall|winter|season|night|morning|evening)/u;

/**
 * Where between two places the words stand that can be part of what points to a date, from the first to the last; `null` for
 * none.
 */
export function dateHints(words: readonly ClaimWord[], [start, end]: Span): Span | null {
  let from = -1;
  let to = -1;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if ((word.marks & (marks.dateHint | marks.nearing)) === 0 || word.start < start || word.end > end)
      continue;
    if ((word.marks & marks.dateHint) === 0 && !nearTime.test(words[index + 1]?.lower ?? "")) continue;
    if (from < 0) from = word.start;
    to = word.end;
  }
  return from < 0 ? null : [from, to];
}

/**
 * The words between two places that point to a date, with what they mean in an article of the day `published` (ISO 8601):
 * a weekday or month is the last one, or the next one where the claim is about the future. Nothing is told of a date in an
 * article without one, of "last spring", or where "next Monday" could be either of two. All words that can be part of it
 * stand in `hints`.
 */
export function datesMeant(
  text: string,
  [start, end]: Span,
  published: string | null,
  tense: Tense | null,
  hints: Span = [start, end],
): Rewording[] {
  const found: Rewording[] = [];
  // The pattern is slow: it is tried from where it can match to where it can no more.
  const part = text.slice(start, Math.min(end, hints[1] + longestBehind));
  pointing.lastIndex = Math.max(0, hints[0] - longestBefore - start);
  while (start + pointing.lastIndex < hints[1]) {
    const match = pointing.exec(part);
    if (match === null) break;
    const from = start + match.index;
    const words = match[0].toLowerCase().replace(/\s+/gu, " ");
    const before = text.slice(Math.max(0, from - 12), from);
    // Names of days and months have a capital; "may" and "march" are other words.
    if ((match.groups?.month || match.groups?.monthDay || match.groups?.day) && !/\p{Lu}/u.test(match[0]))
      continue;
    // "For the last year" counts years, "Thursday's delivery" may be that of every week.
    if (/\b(?:the|its|their|his|her|our|my)\s$/iu.test(before) && match.groups?.near) continue;
    // "The average for November" is that of every year.
    if (
      match.groups?.month &&
      /\b(?:average|mean|normal|record|usual) (?:for|of|in) $/u.test(text.slice(Math.max(0, from - 24), from))
    )
      continue;
    const owned = /^['’]s\b/u.test(text.slice(from + match[0].length, from + match[0].length + 3));
    const ahead = tense === "future" || /\b(?:by|until|till)\s$/iu.test(before);
    const today = published === null || owned ? null : new Date(`${published}T00:00:00Z`);
    const meant = today && meaning(words, match.groups ?? {}, today, ahead);
    const bare =
      preposition.test(before) || /\b(?:the|an?)\s$/iu.test(before) || before.trim() === "" || from === start;
    const join = meant && !bare ? `${meant.join} ` : "";
    const opens = meant && from === start && meant.join === "in" && match.groups?.ago ? "in " : "";
    found.push({
      span: [from, from + match[0].length],
      words: meant && `${join}${opens}${meant.words}`,
    });
  }
  return found;
}

interface Meant {
  /** The preposition that it takes where none stands before it. */
  readonly join: string;
  readonly words: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

function meaning(words: string, groups: Groups, today: Date, ahead: boolean): Meant | null {
  const [first = "", second = ""] = words.split(" ");
  if (groups.day !== undefined) return weekdayMeant(words, today, ahead);
  if (groups.monthDay !== undefined) {
    const day = Number(/\d+/u.exec(words)?.[0]);
    const month = monthIndex(/[a-z]+/u.exec(words)?.[0] ?? "");
    const year = yearOf(today, ahead, (one) => Date.UTC(one, month, day));
    return { join: "on", words: `${day} ${months[month]} ${year}` };
  }
  if (groups.month !== undefined) {
    if (second !== "") return null;
    const month = monthIndex(first);
    const thisYear = today.getUTCFullYear();
    const later = month > today.getUTCMonth();
    const year = ahead ? thisYear + Number(month < today.getUTCMonth()) : thisYear - Number(later);
    return { join: "in", words: `${months[month]} ${year}` };
  }
  if (groups.ago !== undefined) return agoMeant(words, today);
  if (groups.alone !== undefined) {
    if (first === "tonight") return null;
    const by = first === "today" ? 0 : first === "tomorrow" ? 1 : -1;
    return { join: "on", words: dayWords(moved(today, by)) };
  }
  const by = first === "last" ? -1 : first === "next" ? 1 : 0;
  if (second === "year") return { join: "in", words: String(today.getUTCFullYear() + by) };
  if (second === "month") return monthMeant(today, by);
  if (second === "week") return { join: "in", words: weekWords(moved(today, 7 * by)) };
  return by === 0 ? seasonMeant(second, today) : null;
}

function weekdayMeant(words: string, today: Date, ahead: boolean): Meant | null {
  const named = words.split(" ");
  // "Last Friday" and "next Friday" are not the same day to everybody.
  if (named[0] === "last" || named[0] === "next" || named[0] === "this") return null;
  const wanted = weekdays.indexOf(named[0] ?? "");
  const gap = (7 + today.getUTCDay() - wanted) % 7;
  const day = dayWords(moved(today, ahead ? (7 - gap) % 7 : -gap));
  return { join: "on", words: named[1] === undefined ? day : `the ${named[1]} of ${day}` };
}

function agoMeant(words: string, today: Date): Meant | null {
  const [count = "", unit = ""] = words.split(" ");
  const many = /^an?$/u.test(count) ? 1 : counts.includes(count) ? counts.indexOf(count) + 1 : Number(count);
  if (many > 400) return null;
  if (unit.startsWith("year")) return { join: "in", words: String(today.getUTCFullYear() - many) };
  if (unit.startsWith("month")) return monthMeant(today, -many);
  if (unit.startsWith("week")) return { join: "in", words: weekWords(moved(today, -7 * many)) };
  return { join: "on", words: dayWords(moved(today, -many)) };
}

/** "This winter" runs over the turn of the year; of a season that is not now it is not told which is meant. */
function seasonMeant(season: string, today: Date): Meant | null {
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  if (season === "winter") {
    if (month > 3 && month < 9) return null;
    const begins = month <= 3 ? year - 1 : year;
    return { join: "in", words: `the winter of ${begins}–${String((begins + 1) % 100).padStart(2, "0")}` };
  }
  return /^(?:spring|summer|autumn|fall)$/u.test(season)
    ? { join: "in", words: `the ${season} of ${year}` }
    : null;
}

function monthMeant(today: Date, by: number): Meant {
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + by, 1));
  return { join: "in", words: `${months[month.getUTCMonth()]} ${month.getUTCFullYear()}` };
}

const monthIndex = (words: string): number =>
  months.findIndex((month) => month.toLowerCase().startsWith(words.slice(0, 3)));

/** The year that puts a day of the year on the right side of today. */
function yearOf(today: Date, ahead: boolean, at: (year: number) => number): number {
  const year = today.getUTCFullYear();
  // "The Nov. 8 election" in an article of October lies ahead, whatever the tense; one of December in January does not.
  const far = 120 * dayLength;
  const gap = at(year) - today.getTime();
  if (ahead) return gap < 0 ? year + 1 : year;
  return gap > far ? year - 1 : year;
}

const moved = (day: Date, days: number): Date => new Date(day.getTime() + days * dayLength);

const dayWords = (day: Date): string =>
  `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;

/** A week by its Monday. */
const weekWords = (day: Date): string => `the week of ${dayWords(moved(day, -((day.getUTCDay() + 6) % 7)))}`;
