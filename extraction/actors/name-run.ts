import courtesyList from "../lexicons/courtesy-titles.json" with { type: "json" };
import jointList from "../lexicons/joint-offices.json" with { type: "json" };
import monthList from "../lexicons/months-and-days.json" with { type: "json" };
import particleList from "../lexicons/name-particles.json" with { type: "json" };
import suffixList from "../lexicons/name-suffixes.json" with { type: "json" };
import partyList from "../lexicons/party-words.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import titleList from "../lexicons/titles.json" with { type: "json" };
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import {
  isAdverb,
  isCapitalised,
  isClitic,
  isConjunction,
  isContentWord,
  isDeterminer,
  isPossessive,
  isPreposition,
  isPronoun,
} from "../tokens/word-classes.ts";
import { isBodyNoun, isBodyWord, isCauseWord } from "./body-names.ts";
import { definedNames } from "./defined-names.ts";
import { isFirstName } from "./first-name.ts";
import { isInMarks, isMark } from "./name-marks.ts";
import { personStart } from "./person-start.ts";
import { isPlaceName } from "./place-names.ts";

const particles = wordSet(particleList);
const months = wordSet(monthList);
const jointOffices = wordSet(jointList);
const courtesyTitles = wordSet(courtesyList);
/** A role in capitals before a name is a title too ("Statistician Jonas Weil" at the head of a sentence). */
const parties = wordSet(partyList);
const titles = new Set([...wordSet(titleList), ...wordSet(roleList), ...wordSet(partyList)]);

/** Words in -ly that open names of newspapers. */
const periodicals = new Set(["daily", "monthly", "weekly"]);

/** A party and a constituency in brackets behind a name: "(D-Mo.)". */
const constituency = /^[DRIL]-\p{Lu}/u;
const suffixes = wordSet(suffixList);

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
const isDetermined = (tokens: readonly Token[], first: number): boolean =>
  nameDeterminers.has(
    tokens[/^\d/u.test(tokens[first - 1]?.text ?? "") ? first - 2 : first - 1]?.lower ?? "",
  );

const roles = wordSet(roleList);

/** Whether a title is a person's ("Judge", "Mrs.", "Sen."), not part of some name ("Trade", "Supreme"). */
export const isPersonal = (title: string): boolean =>
  title
    .toLowerCase()
    .split(/\s+/u)
    .some((word) => word.endsWith(".") || roles.has(word) || courtesyTitles.has(word));

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

/** The name runs of one sentence's tokens, in order. */
export function nameRuns(tokens: readonly Token[]): NameRun[] {
  const runs: NameRun[] = [];
  const defined = definedNames(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const first = at;
    const token = tokens[first];
    if (
      !token ||
      !isCapitalised(token) ||
      (months.has(token.lower) && !(isFirstName(token.lower) && isCapitalised(tokens[first + 1]))) ||
      constituency.test(token.text) ||
      (isClosedClass(token) &&
        !isInitial(token) &&
        !titles.has(token.lower) &&
        !(periodicals.has(token.lower) && isCapitalised(tokens[first + 1])))
    )
      continue;
    // "A Tarn judge": at the head of a sentence the article looks like an initial.
    if (first === 0 && token.text === "A" && tokens[1]?.kind === "word") continue;
    // "Asked Opp", "Following Opp": a verb at the head of a sentence is no name.
    if (first === 0 && isCapitalised(tokens[1]) && prepositionLike.has(token.lower)) continue;
    if (first === 0 && isCapitalised(tokens[1]) && reportingVerbs(token.lower).some((verb) => verb.past))
      continue;
    let last = first;
    for (let next = nextOfRun(tokens, last); next > last && next - first < longestRun; )
      [last, next] = [next, nextOfRun(tokens, next)];
    const name = defined.find((one) => one.last >= last && one.first <= last && one.first >= first);
    // "The organiser Alliance for Safe Harbours (ASH)": the run ends where the definition does.
    if (name && name.first === first) last = name.last;
    const run = split(tokens, first, last);
    if (run) runs.push(name?.last === last ? { ...run, acronym: name.acronym } : run);
    at = last;
  }
  return runs;
}

/** Bodies that are named after their subject with "on"; a closed choice of institutional names. */
const subjectBodies = new Set(["center", "commission", "committee", "conference", "council", "panel"]);

/** How many tokens a circuit of courts has: "District of Columbia Circuit". */
const longestCircuit = 4;

/** The next token of the run that has reached `last`: a capitalised word, an initial, a particle with its name, "of" in a body's name; `last` itself where the run ends. */
function nextOfRun(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  const after = tokens[last + 2];
  const current = tokens[last];
  if (!next || !current) return last;
  // "Theresa May"
  const isMonth = months.has(next.lower) && !isFirstName(current.lower);
  if (isCapitalised(next) && !isMonth && !isClitic(next)) return last + 1;
  if (suffixes.has(next.lower)) return last + 1;
  // The plural possessive in a body's name: "Bank Workers’ Union", not "Tarn News’ Ana Ruiz".
  if (
    /^['’]$/u.test(next.text) &&
    next.span[0] === current.span[1] &&
    /s$/u.test(current.text) &&
    isCapitalised(after) &&
    !isClitic(after) &&
    [last - 3, last - 2, last - 1, last + 2, last + 3].some(
      (near) => isCapitalised(tokens[near]) && isBodyWord(tokens[near]),
    )
  )
    return last + 2;
  if (particles.has(next.lower) && isCapitalised(after) && !titles.has(current.lower)) return last + 2;
  if (
    next.kind === "quotation" &&
    next.text.length <= 16 &&
    isCapitalised(after) &&
    /^.\p{Lu}[\p{L}\s]+.$/u.test(next.text)
  )
    return last + 2;
  // The same where its marks are tokens.
  if (isMark(next) && isMark(tokens[last + 3]) && isCapitalised(after) && isCapitalised(tokens[last + 4]))
    return last + 4;
  // "Secretary of State Ana Ruiz": an office between the title and the name.
  if (
    next.lower === "of" &&
    titles.has(current.lower) &&
    titles.has(after?.lower ?? "") &&
    isCapitalised(after) &&
    isCapitalised(tokens[last + 3])
  )
    return last + 2;
  // "Food and Drug Administration"
  if (["and", "&"].includes(next.lower) && jointOffices.has(current.lower) && isCapitalised(after))
    return last + 2;
  // "Court of Appeals for the Sixth Circuit"
  if (current.lower === "appeals" && next.lower === "for" && after?.lower === "the") {
    const ahead = tokens
      .slice(last + 3, last + 3 + longestCircuit)
      .findIndex(({ lower }) => lower === "circuit");
    return ahead < 0 ? last : last + 3 + ahead;
  }
  // "Commission on Harbour Safety", not "the commission met on Monday".
  if (next.lower === "on" && subjectBodies.has(current.lower) && isCapitalised(after))
    return months.has(after?.lower ?? "") ? last : last + 2;
  const joinsBody =
    (["of", "for", "and", "&"].includes(next.lower) && isBodyWord(current)) ||
    (["for", "against"].includes(next.lower) && isCauseWord(current));
  if (joinsBody && next.lower !== "and") {
    if (isCapitalised(after)) return last + 2;
    // "Committee for a Cleaner Harbour"
    if (["the", "a", "an"].includes(after?.lower ?? "") && isCapitalised(tokens[last + 3])) return last + 3;
  }
  return last;
}

function split(tokens: readonly Token[], first: number, last: number): NameRun | null {
  let nameFirst = first;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    // The last word is a title only if all are: "Jim Baker" has a surname.
    if (at === last && nameFirst !== last) break;
    // "Mr. King"
    if (at === last && at > first && isCourtesyTitle(tokens[at - 1])) break;
    // "Center for Federal Policy": what stands behind a body's noun belongs to its name.
    if (isBodyNoun(tokens[at - 1]) && at > first && !isCapitalised(token)) break;
    // "Court of Appeals", but "Secretary of State Ana Ruiz", where the second title ends what the first began.
    if (token && titles.has(token.lower) && !endsBody(tokens, at, last) && !isLower(tokens[at + 1], at, last))
      nameFirst = at + 1;
  }
  const start = personStart(tokens, first, nameFirst, last);
  const isTold = start === nameFirst || titles.has(tokens[start - 1]?.lower ?? "") || start === 1;
  nameFirst = start;
  // "The Karsia Republican": a party behind a place is no name.
  if (nameFirst < last && isPartyWord(tokens[last]) && isPlaceName(namePart(tokens, nameFirst, last - 1)))
    nameFirst = last + 1;
  const titleFirst = nameFirst > first && isTold ? firstTitle(tokens, first, nameFirst) : nameFirst;
  const from = tokens[first];
  const to = tokens[last];
  if (!from || !to) return null;
  const nameStart = tokens[nameFirst];
  const name = tokens.slice(nameFirst, last + 1);
  const words = name.filter((_, at) => !isInMarks(name, at)).map((token) => token.text);
  const inMarks = name
    .filter((_, at) => isInMarks(name, at))
    .map((token) => token.text)
    .join("");
  const title = tokens
    .slice(titleFirst, nameFirst)
    .map((token) => token.text)
    .join(" ");
  return {
    words,
    nickname: /^.(\p{Lu}\p{L}+).$/u.exec(inMarks)?.[1] ?? null,
    title: title === "" ? null : title,
    acronym: null,
    span: [from.span[0], to.span[1]],
    nameSpan: nameStart && nameFirst <= last ? [nameStart.span[0], to.span[1]] : [from.span[0], to.span[1]],
    first,
    last,
    opensSentence: first === 0 || tokens[first - 1]?.text === ":",
    determined: isDetermined(tokens, first),
  };
}

const isPartyWord = (token: Token | undefined): boolean => !!token && parties.has(token.lower);

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
  while (at > first && titles.has(tokens[at - 1]?.lower ?? "")) at--;
  return at;
}
