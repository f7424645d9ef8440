import dutyList from "../lexicons/duty-words.json" with { type: "json" };
import hedgeList from "../lexicons/hedges.json" with { type: "json" };
import phraseList from "../lexicons/hedging-phrases.json" with { type: "json" };
import judgingList from "../lexicons/judging-words.json" with { type: "json" };
import manyList from "../lexicons/many-words.json" with { type: "json" };
import monthsAndDays from "../lexicons/months-and-days.json" with { type: "json" };
import negatorList from "../lexicons/negators.json" with { type: "json" };
import numberList from "../lexicons/number-words.json" with { type: "json" };

/** What the word lists say of a word, a bit each: a word is looked up once, and not once for every question. */
export const marks = {
  duty: 1,
  judging: 2,
  negating: 4,
  hedging: 8,
  /** Begins a phrase that hedges. */
  phrase: 16,
  many: 32,
  number: 64,
  date: 128,
  /** "I", "our". */
  speaker: 256,
  /** "I", "my": the speaker alone. */
  alone: 512,
  /** Can be part of what points to a date. */
  dateHint: 1024,
} as const;

const bits = new Map<string, number>();
function add(words: readonly string[], bit: number): void {
  for (const word of words) bits.set(word.toLowerCase(), (bits.get(word.toLowerCase()) ?? 0) | bit);
}
add(dutyList.entries, marks.duty);
add(judgingList.entries, marks.judging);
add(negatorList.entries, marks.negating);
add(hedgeList.entries, marks.hedging);
add(
  phraseList.entries.map((phrase) => phrase.split(" ")[0] ?? ""),
  marks.phrase,
);
add(manyList.entries, marks.many);
add(numberList.entries, marks.number);
add(monthsAndDays.entries, marks.date);
add(["i", "me", "my", "mine", "myself"], marks.speaker | marks.alone);
add(["we", "us", "our", "ours", "ourselves"], marks.speaker);
add(
  (
    "sunday monday tuesday wednesday thursday friday saturday january february march april may june july august " +
    "september october november december jan feb mar apr aug sept oct nov dec last next this ago yesterday today tomorrow tonight"
  ).split(" "),
  marks.dateHint,
);

/** The marks of a word in lower case, with straight apostrophes. */
export function marksOf(lower: string): number {
  const own = bits.get(lower) ?? 0;
  if (!/.[-'.]/u.test(lower)) return own;
  // "Twenty-minute" is a figure, "mid-March" and "Friday's" point to dates, "didn't" negates.
  const parts = lower.split(/[-'.]/u);
  const figure = lower.includes("-") ? (bits.get(parts[0] ?? "") ?? 0) & marks.number : 0;
  const hint = parts.reduce((sum, part) => sum | (bits.get(part) ?? 0), 0) & marks.dateHint;
  return own | figure | hint | (lower.endsWith("n't") ? marks.negating : 0);
}
