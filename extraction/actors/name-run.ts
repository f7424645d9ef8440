import courtesyList from "../lexicons/courtesy-titles.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import { reportingVerbsOf } from "../roles/reporting-verbs.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import {
  isAdverb,
  isAdverbByList,
  isCapitalised,
  isConjunction,
  isContentWord,
  isDeterminer,
  isPossessive,
  isPreposition,
  isPronoun,
} from "../tokens/word-classes.ts";
import { isBodyNoun } from "./body-names.ts";
import { type DefinedName, definedNames } from "./defined-names.ts";
import { isFirstNameToken } from "./first-name.ts";
import { isInMarks } from "./name-marks.ts";
import { isMonth, isTitle, parties } from "./name-words.ts";
import { nextOfRun } from "./next-of-run.ts";
import { personStart } from "./person-start.ts";
import { isPlaceName } from "./place-names.ts";

const courtesyTitles = wordSet(courtesyList);

/** Words in -ly that open names of newspapers. */
const periodicals = new Set(["daily", "monthly", "weekly"]);

/** A party and a constituency in brackets behind a name: "(D-Mo.)". */
const constituency = /^[DRIL]-\p{Lu}/u;

/** The longest run, in tokens: titles and name of one person or body. Capitals that go on for longer name nobody. */
const longestRun = 30;

/** A run of capitalised words: a name with the titles before it. */
export interface NameRun {
  /** The name alone, titles left out; empty where the run is titles only ("the Prime Minister"). */
  readonly words: readonly string[];
  /** The one word in quotation marks inside the name, without the marks: "Bobby" of Robert "Bobby" Ruiz. */
  readonly nickname: string | null;
  /** The titles as printed, from the first one that is a title ("Foreign Minister" of "Karsian Foreign Minister"). */
  readonly title: string | null;
  /** The acronym in brackets behind it whose letters its words have. */
  readonly acronym: string | null;
  /** Titles and name. */
  readonly span: Span;
  /** The name alone. */
  readonly nameSpan: Span;
  /** Index of the first and last token of the run. */
  readonly first: number;
  readonly last: number;
  /** Whether the run opens a sentence or stands behind a colon, where a capital tells nothing. */
  readonly opensSentence: boolean;
  /** Whether an article or demonstrative stands before it ("the Times"), as before no person's name. */
  readonly determined: boolean;
}

/** A closed class of the grammar; possessives are not in it ("our Tom"). */
const nameDeterminers = new Set(["the", "a", "an", "this", "that", "these", "those"]);

/** "the Times", "the 13th Amendment" */
const isDetermined = (tokens: readonly Token[], first: number): boolean => {
  if (first === 0) return false;
  const before = tokens[first - 1];
  const opener = before && isDigit(before.text.charCodeAt(0)) ? tokens[first - 2] : before;
  return opener !== undefined && nameDeterminers.has(opener.lower);
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const roles = wordSet(roleList);

/** Whether a title is a person's ("Judge", "Mrs.", "Sen."), not part of some name ("Trade", "Supreme"). */
export const isPersonal = (title: string): boolean => title.toLowerCase().split(/\s+/u).some(isPersonalWord);

const isPersonalWord = (lower: string): boolean =>
  lower.endsWith(".") || roles.has(lower) || courtesyTitles.has(lower);

const isCourtesyTitle = (token: Token | undefined): boolean =>
  !!token && courtesyTitles.has(token.lower.replace(/\.$/u, ""));

const isInitial = (token: Token): boolean => /^\p{Lu}\.?$/u.test(token.text);
const isClosedClass = (token: Token): boolean =>
  isDeterminer(token) ||
  isPossessive(token) ||
  isPreposition(token) ||
  isConjunction(token) ||
  isAdverb(token) ||
  isPronoun(token) ||
  !isContentWord(token);

/** "Said Will Falk", "David Jolly": inside a sentence such words have a capital as names only. */
const isNameInside = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (at === 0 || !token || /^[:;.?!]$/u.test(tokens[at - 1]?.text ?? "")) return false;
  if (isFirstNameToken(token)) return isCapitalised(next) && !!next && !isClosedClass(next);
  return isAdverb(token) && !isAdverbByList(token);
};

/** Participles that govern a noun as prepositions do; a closed class. */
const prepositionLike = new Set([
  ...[
    "according",
    "citing",
    "concerning",
    "considering",
    "excluding",
    "following",
    "given",
    "including",
    "regarding",
  ],
]);

/**
 * The name runs of one sentence's tokens, in order. `isSurname` knows the surnames that also open a sentence as other
 * words do ("Jolly").
 */
export function nameRuns(
  tokens: readonly Token[],
  isSurname: (word: string) => boolean = () => false,
): NameRun[] {
  const runs: NameRun[] = [];
  const defined = definedNames(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const first = at;
    const token = tokens[first];
    if (
      !token ||
      !isCapitalised(token) ||
      (isMonth(token) && !(isFirstNameToken(token) && isCapitalised(tokens[first + 1]))) ||
      constituency.test(token.text) ||
      (isClosedClass(token) &&
        !isInitial(token) &&
        !isSurname(token.text) &&
        !isNameInside(tokens, first) &&
        !isTitle(token) &&
        !(periodicals.has(token.lower) && isCapitalised(tokens[first + 1])))
    )
      continue;
    // "A Tarn judge": at the head of a sentence the article looks like an initial.
    if (first === 0 && token.text === "A" && tokens[1]?.kind === "word") continue;
    // "Asked Opp", "Following Opp": a verb at the head of a sentence is no name.
    if (first === 0 && isCapitalised(tokens[1]) && prepositionLike.has(token.lower)) continue;
    if (first === 0 && isCapitalised(tokens[1]) && reportingVerbsOf(token).some(({ past }) => past)) continue;
    let last = first;
    for (let next = nextOfRun(tokens, last); next > last && next - first < longestRun; ) {
      last = next;
      next = nextOfRun(tokens, last);
    }
    const name = definedIn(defined, first, last);
    // "The organiser Alliance for Safe Harbours (ASH)": the run ends where the definition does.
    if (name && name.first === first) last = name.last;
    const run = split(tokens, first, last);
    if (run) runs.push(name?.last === last ? { ...run, acronym: name.acronym } : run);
    at = last;
  }
  return runs;
}

/** The name that an acronym defines and that begins in the run from `first` to `last` and does not end before it. */
const definedIn = (defined: readonly DefinedName[], first: number, last: number): DefinedName | undefined =>
  defined.length === 0
    ? undefined
    : defined.find((one) => one.last >= last && one.first <= last && one.first >= first);

function split(tokens: readonly Token[], first: number, last: number): NameRun | null {
  let nameFirst = first;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    // The last word is a title only if all are: "Jim Baker" has a surname.
    if (at === last && nameFirst !== last) break;
    // "Mr. King"
    if (at === last && at > first && isCourtesyTitle(tokens[at - 1])) break;
    // "Center for Federal Policy": what stands behind a body's noun belongs to its name.
    if (at > first && isBodyNoun(tokens[at - 1]) && !isCapitalised(token)) break;
    // "Court of Appeals", but "Secretary of State Ana Ruiz", where the second title ends what the first began.
    if (isTitle(token) && !endsBody(tokens, at, last) && !isLower(tokens[at + 1], at, last))
      nameFirst = at + 1;
  }
  // "Dean Baker": a first name and a surname that are titles both.
  if (nameFirst > last) {
    const firstName = tokens.slice(first, last).findIndex(isFirstNameToken);
    if (firstName >= 0) nameFirst = first + firstName;
  }
  // "National Review": words for what a body is of are titles before an office only.
  if (nameFirst > first && nameFirst <= last && tokens.slice(first, nameFirst).every(isField))
    nameFirst = isFirstNameToken(tokens[nameFirst]) ? nameFirst : first;
  const start = personStart(tokens, first, nameFirst, last);
  const isTold = start === nameFirst || isTitle(tokens[start - 1]) || start === 1;
  nameFirst = start;
  // "The Karsia Republican", "Karsia Gov.", "Tarrow-Kestrel CEO": such words behind a place or firm are no name.
  if (nameFirst < last && isOwnersOffice(tokens, nameFirst, last)) nameFirst = last + 1;
  const titleFirst = nameFirst > first && isTold ? firstTitle(tokens, first, nameFirst) : nameFirst;
  const from = tokens[first];
  const to = tokens[last];
  if (!from || !to) return null;
  const nameStart = tokens[nameFirst];
  const words: string[] = [];
  let inMarks = "";
  for (let at = nameFirst; at <= last; at++) {
    const text = tokens[at]?.text ?? "";
    if (isInMarks(tokens, at, nameFirst, last)) inMarks += text;
    else words.push(text);
  }
  const title = textsBetween(tokens, titleFirst, nameFirst);
  return {
    words,
    nickname: inMarks === "" ? null : (/^.(\p{Lu}\p{L}+).$/u.exec(inMarks)?.[1] ?? null),
    title,
    acronym: null,
    span: [from.start, to.end],
    nameSpan: nameStart && nameFirst <= last ? [nameStart.start, to.end] : [from.start, to.end],
    first,
    last,
    opensSentence: first === 0 || tokens[first - 1]?.text === ":",
    determined: isDetermined(tokens, first),
  };
}

/** The texts of the tokens from `first` to before `end`; `null` for none. */
function textsBetween(tokens: readonly Token[], first: number, end: number): string | null {
  let texts: string | null = null;
  for (let at = first; at < end; at++) {
    const text = tokens[at]?.text ?? "";
    texts = texts === null ? text : `${texts} ${text}`;
  }
  return texts;
}

/** Words for fields and areas among the titles ("National Director"); a closed choice. */
const fields = new Set(
  "agriculture culture defence defense economics economy education energy environment federal finance fisheries foreign health home housing industry interior labor labour mining national planning press provincial regional state supreme tourism trade transport treasury water".split(
    " ",
  ),
);

const isField = ({ lower }: Token): boolean => fields.has(lower);

/** Offices that are hardly ever surnames; a closed choice. */
const offices = new Set(
  "ceo cfo chairman chairwoman commissioner congressman coo director gov. governor minister president rep. secretary sen. senator spokesman spokeswoman".split(
    " ",
  ),
);

function isOwnersOffice(tokens: readonly Token[], first: number, last: number): boolean {
  const word = tokens[last]?.lower ?? "";
  if (offices.has(word)) return !isFirstNameToken(tokens[first]);
  return (
    (parties.has(word) || isPersonalWord(tokens[last]?.text.toLowerCase() ?? "")) &&
    isPlaceName(namePart(tokens, first, last - 1))
  );
}

const namePart = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(" ");

const isLower = (next: Token | undefined, at: number, last: number): boolean =>
  at < last && isPreposition(next) && !isCapitalised(next);

/** A title inside the name of a body ("Interior Ministry", "Foreign Office") is no title of a person. */
const endsBody = (tokens: readonly Token[], at: number, last: number): boolean => {
  for (let next = at + 1; next <= last; next++) {
    if (isBodyNoun(tokens[next])) return true;
  }
  return false;
};

function firstTitle(tokens: readonly Token[], first: number, end: number): number {
  let at = end - 1;
  while (at > first && isTitle(tokens[at - 1])) at--;
  return at;
}
