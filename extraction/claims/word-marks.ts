import dutyList from "../lexicons/duty-words.json" with { type: "json" };
import hedgeList from "../lexicons/hedges.json" with { type: "json" };
import phraseList from "../lexicons/hedging-phrases.json" with { type: "json" };
import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import judgingList from "../lexicons/judging-words.json" with { type: "json" };
import manyList from "../lexicons/many-words.json" with { type: "json" };
import monthsAndDays from "../lexicons/months-and-days.json" with { type: "json" };
import negatorList from "../lexicons/negators.json" with { type: "json" };
import numberList from "../lexicons/number-words.json" with { type: "json" };
import organizationList from "../lexicons/organization-nouns.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import { lowerHash } from "../syntax/word-forms.ts";
import type { ClaimWord } from "./claim-word.ts";
import { standingWords } from "./standing-words.ts";

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
  /** Has a digit. */
  digit: 1 << 11,
  /** Only joins a clause to the one before, and is no part of it. "Nor" also negates, and is none. */
  joining: 1 << 12,
  /** Behind it a clause is seen to begin by its words, whatever the tree says. */
  plainlyJoining: 1 << 13,
  /** Makes the clause that it opens part of another. */
  subordinating: 1 << 14,
  /** Opens a clause which is not the claim's own. */
  relative: 1 << 15,
  /** Nothing but a subject. */
  subject: 1 << 16,
  /** May stand for somebody or something. */
  standing: 1 << 17,
  /** A pronoun and its verb in one: "I'm". */
  contracted: 1 << 18,
  /** A verb that is none without another: "nobody can". */
  helping: 1 << 19,
  /** Says too little to tell two claims by. */
  light: 1 << 20,
  /** "Last", "this": points to a date with a word for a stretch of time behind it. */
  nearing: 1 << 21,
  /** A past that no ending shows, like "lit" and "put". */
  irregularPast: 1 << 22,
  /** A noun for a role or for a body, which stands for somebody that the article names elsewhere. */
  describing: 1 << 23,
} as const;

/** The words of the lists by the hash that an article's words have too, which is cheaper to look up than a new string. */
const listed = new Map<number, { readonly lower: string; marks: number }>();
function add(words: string | readonly string[], bit: number): void {
  for (const word of typeof words === "string" ? words.split(" ") : words) {
    const lower = word.toLowerCase();
    const hash = lowerHash(lower);
    const entry = listed.get(hash) ?? { lower, marks: 0 };
    if (entry.lower !== lower) throw new Error(`word-marks: "${lower}" and "${entry.lower}" have one hash`);
    entry.marks |= bit;
    listed.set(hash, entry);
  }
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
add("i me my mine myself", marks.speaker | marks.alone);
add("we us our ours ourselves", marks.speaker);
add(
  "sunday monday tuesday wednesday thursday friday saturday january february march april may june july august " +
    "september october november december jan feb mar apr aug sept oct nov dec ago yesterday today tomorrow tonight",
  marks.dateHint,
);
add("last next this", marks.nearing);
add(irregularList.entries, marks.irregularPast);
add(roleList.entries, marks.describing);
add(organizationList.entries, marks.describing);
add("and but or so yet while", marks.joining);
add("and but so yet ;", marks.plainlyJoining);
add(
  "if when because although though unless until since while as whether that who whom which whose where what how why after before",
  marks.subordinating,
);
add(
  "who which whom whose where when if because while although though unless until whatever whoever how why",
  marks.relative,
);
add("i we you he she it they there nobody everybody everyone somebody someone", marks.subject);
add([...standingWords.keys()], marks.standing);
add("can could will would be do does did to have has am", marks.helping);
add(
  "am are be been being did do does doing done get gets getting go goes going got had has have having is just make made n't " +
    "not now said say says so still then there was were",
  marks.light,
);

function listedMarks(lower: string, hash: number): number {
  const entry = listed.get(hash);
  return entry?.lower === lower ? entry.marks : 0;
}

/** The marks of a word in lower case, with straight apostrophes; `hash` is its `lowerHash`. */
export function marksOf(lower: string, hash: number): number {
  const own = listedMarks(lower, hash);
  return isJoined(lower) ? own | marksOfParts(lower) : own;
}

/** "Twenty-minute" is a figure, "mid-March" and "Friday's" point to dates, "didn't" negates. */
function marksOfParts(lower: string): number {
  const parts = lower.split(/[-'.]/u);
  const figure = lower.includes("-") ? marksOfPart(parts[0] ?? "") & marks.number : 0;
  const hint = parts.reduce((sum, part) => sum | marksOfPart(part), 0) & (marks.dateHint | marks.nearing);
  const contracted = /^(?:i|we|you|he|she|it|they)'/u.test(lower) ? marks.contracted : 0;
  return figure | hint | contracted | (lower.endsWith("n't") ? marks.negating : 0);
}

const marksOfPart = (part: string): number => listedMarks(part, lowerHash(part));

/** Whether a hyphen, an apostrophe or a full stop stands behind the first character. */
function isJoined(lower: string): boolean {
  for (let at = 1; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code === 39 || code === 45 || code === 46) return true;
  }
  return false;
}

/** What the word lists say of any of some words. */
export function marksAmong(words: readonly ClaimWord[]): number {
  let found = 0;
  for (const word of words) found |= word.marks;
  return found;
}
