/** What is left of a word without the ending of its form, by which two claims are compared. */
export interface Stem {
  /** At most six letters: "burying" and "buried" are one. */
  readonly text: string;
  /** One bit of 32 by its letters: what has not the bit has not the stem. */
  readonly bit: number;
  /** Whether it is of a word for what grows or wins, or for what shrinks or loses. */
  readonly course: "up" | "down" | null;
}

/** The stem of a word in lower case. */
export function stemOf(lower: string): Stem {
  const text = cutOff(lower);
  const bit = 1 << (text.charCodeAt(0) + 3 * text.charCodeAt(text.length - 1) + 5 * text.length);
  return { text, bit, course: courses.get(text) ?? null };
}

/** A word without the ending of its form. */
function cutOff(lower: string): string {
  const end = lower.length - endingOf(lower);
  return lower.charCodeAt(end - 1) === letterY && end <= 6
    ? `${lower.slice(0, end - 1)}i`
    : lower.slice(0, Math.min(6, end));
}

/** How long the ending of a word's form is: "'s", "ing", "ed", "es" or "s". */
function endingOf(lower: string): number {
  const last = lower.charCodeAt(lower.length - 1);
  if (last === letterS) return lower.endsWith("'s") || lower.endsWith("es") ? 2 : 1;
  return last === letterG && lower.endsWith("ing") ? 3 : last === letterD && lower.endsWith("ed") ? 2 : 0;
}
const letterD = 100;
const letterG = 103;
const letterS = 115;
const letterY = 121;

/** Stems of words for what grows or wins, and for what shrinks or loses. */
const courses: ReadonlyMap<string, "up" | "down"> = new Map(
  (
    [
      [
        "up",
        "rise rose risen grow grew gain gained climb climbed increase increased jump jumped more up higher win won",
      ],
      [
        "down",
        "fall fell fallen drop dropped lose lost decline declined decrease sink sank shrink shrank fewer less down lower",
      ],
    ] as const
  ).flatMap(([course, words]) => words.split(" ").map((word) => [cutOff(word), course] as const)),
);
