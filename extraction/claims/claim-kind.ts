import type { Act, ClaimKind } from "../extraction.ts";
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import { type ClaimClause, isForecast, isWish } from "./claim-act.ts";
import type { ClaimWord } from "./claim-word.ts";
import { isOwnDoing } from "./first-person.ts";
import { marks } from "./word-marks.ts";

/** Acts that a claim of each kind is put forward by; an act that is not here leaves the kind to the words. */
const kindOfAct: Partial<Record<Act, ClaimKind>> = {
  promise: "promise",
  threaten: "promise",
  predict: "prediction",
  demand: "opinion",
};

/** Verbs of a cue by which somebody holds a thing for true; "hopes" and "fears" say what they feel about it. */
const holding: ReadonlySet<string> = new Set([
  "believe",
  "know",
  "learn",
  "realise",
  "realize",
  "reckon",
  "rumor",
  "rumour",
  "speculate",
  "suspect",
  "think",
  "understand",
]);

/** Verbs that say what somebody likes, as the verb of the claim's own clause. */
const liking =
  /^(?:admir|ador|detest|despis|dislik|dread|enjoy|hat|lik|loath|lov|prefer|regret|resent|trust)(?:e|es|ed|ing|s)?$/u;

/**
 * What sort of proposition a claim is: `promise` (also a plan or threat of the speaker's), `prediction` (of what others
 * do or what happens), `opinion` (a judgement, feeling, wish or demand), `experience` (what the speaker says to have lived
 * or done), else `fact`. `isOwn` tells by its index whether a word is part of the claim's own clause.
 */
export function claimKind(clause: ClaimClause, act: Act, isOwn: (index: number) => boolean): ClaimKind {
  const { words, marks: known, verb, tense, cue, forBody } = clause;
  const ofAct = kindOfAct[act];
  if (ofAct) return ofAct;
  if (act === "believe") {
    const bases = cue.forms.flatMap((word) => reportingVerbs(word).map(({ base }) => base));
    const finite = words[verb.finite]?.lower;
    const open = finite === "could" || finite === "may" || finite === "might";
    if ((tense === "future" || open) && !bases.includes("hope")) return "prediction";
    if (!bases.some((base) => holding.has(base))) return "opinion";
  }
  // "Complained that the pitch was watered": what happened, beside the blame for it.
  if (act === "praise" || (act === "criticise" && !isDone(clause))) return "opinion";
  if (isWish(words, verb)) return "opinion";
  if (isForecast(clause)) return "prediction";
  if (tense === "future") return isOwnDoing(clause) ? "promise" : "prediction";
  if (judges(clause, isOwn)) return "opinion";
  // "Called the results small": how somebody is described is a judgement.
  if (verb.finite < 0 && cue.forms.some((word) => describing.test(word))) return "opinion";
  const singular = (known & marks.alone) !== 0;
  // "We lost 14 sailings" is what a firm or a government did, and is on record, and so is what a body says of itself.
  const onRecord = (forBody && !singular) || (known & marks.digit) !== 0;
  return singular || (!onRecord && isOwnDoing(clause)) ? "experience" : "fact";
}

const isDone = ({ words, verb, tense }: ClaimClause): boolean =>
  tense === "past" && !/^(?:was|were|been)$/u.test(words[verb.finite]?.lower ?? "");

/** Whether the claim's own clause says what is good, bad, liked or due rather than what is. */
function judges(
  { words, marks: known, verb, tense }: ClaimClause,
  isOwn: (index: number) => boolean,
): boolean {
  const figure = (known & marks.digit) !== 0;
  if ((known & (marks.duty | marks.judging)) !== 0)
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as ClaimWord;
      if ((word.marks & (marks.duty | marks.judging)) === 0 || !isOwn(index)) continue;
      const { lower, tag } = word;
      if ((word.marks & marks.duty) !== 0 && (lower !== "needs" || words[index + 1]?.lower === "to"))
        return true;
      if ((word.marks & marks.judging) !== 0 && tag !== "NNP" && (!figure || index === verb.head))
        return true;
    }
  const head = words[verb.head];
  if (head && liking.test(head.lower) && head.tag !== "IN") return true;
  // "As if nobody had known": both words open a clause.
  if ((known & marks.subordinating) !== 0 && words.some((_, index) => isAsIf(words, index))) return true;
  // "You fix the leak before you hand out buckets": what holds for everybody, and nobody can check.
  const first = words.find(({ isWord }) => isWord);
  return (first?.lower === "you" && tense === "present" && !figure) || isTautology(words, verb.finite);
}

const isAsIf = (words: readonly ClaimWord[], index: number): boolean =>
  words[index]?.lower === "as" && /^(?:if|though)$/u.test(words[index + 1]?.lower ?? "");

/** "One trial is one trial". */
function isTautology(words: ClaimClause["words"], finite: number): boolean {
  const verb = words[finite]?.lower;
  if (finite < 1 || (verb !== "is" && verb !== "are" && verb !== "was" && verb !== "were")) return false;
  const before = words[finite - 1];
  const after = words.slice(finite + 1, finite + 4).find(({ lower }) => !/^(?:an?|the|one)$/u.test(lower));
  return before !== undefined && before.lower === after?.lower;
}

/** Verbs that give a thing its name or worth. */
const describing = /^(?:call|label|brand|dub|rate|describ|portray|liken)/u;
