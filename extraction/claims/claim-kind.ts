import type { Act, ClaimKind } from "../extraction.ts";
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import { type ClaimClause, isForecast, isWish } from "./claim-act.ts";
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
 * or done), else `fact`. `own` are the indices of the words of the claim's own clause.
 */
export function claimKind(clause: Omit<ClaimClause, "cueAct">, act: Act, own: readonly number[]): ClaimKind {
  const { words, verb, tense, cue, forBody } = clause;
  const ofAct = kindOfAct[act];
  if (ofAct) return ofAct;
  const isOwn = isOwnDoing(words, verb.finite, clause);
  if (act === "believe") {
    const bases = cue.flatMap((word) => reportingVerbs(word).map(({ base }) => base));
    const open = /^(?:could|may|might)$/u.test(words[verb.finite]?.lower ?? "");
    if ((tense === "future" || open) && !bases.includes("hope")) return "prediction";
    if (!bases.some((base) => holding.has(base))) return "opinion";
  }
  // "Complained that the pitch was watered": what happened, beside the blame for it.
  const isDone = tense === "past" && !/^(?:was|were|been)$/u.test(words[verb.finite]?.lower ?? "");
  if (act === "praise" || (act === "criticise" && !isDone)) return "opinion";
  if (isWish(words, verb)) return "opinion";
  if (isForecast(clause)) return "prediction";
  if (tense === "future") return isOwn ? "promise" : "prediction";
  if (judges(clause, own)) return "opinion";
  // "Called the results small": how somebody is described is a judgement.
  if (verb.finite < 0 && cue.some((word) => describing.test(word))) return "opinion";
  const singular = words.some((word) => (word.marks & marks.alone) !== 0);
  // "We lost 14 sailings" is what a firm or a government did, and is on record, and so is what a body says of itself.
  const onRecord = (forBody && !singular) || words.some(({ hasDigit }) => hasDigit);
  return singular || (isOwn && !onRecord) ? "experience" : "fact";
}

/** Whether the claim's own clause says what is good, bad, liked or due rather than what is. */
function judges({ words, verb, tense }: Omit<ClaimClause, "cueAct">, own: readonly number[]): boolean {
  const figure = words.some(({ hasDigit }) => hasDigit);
  for (const index of own) {
    const word = words[index];
    if (!word || (word.marks & (marks.duty | marks.judging)) === 0) continue;
    const { lower, tag } = word;
    if ((word.marks & marks.duty) !== 0 && (lower !== "needs" || words[index + 1]?.lower === "to"))
      return true;
    if ((word.marks & marks.judging) !== 0 && tag !== "NNP" && (!figure || index === verb.head)) return true;
  }
  const head = words[verb.head];
  if (head && liking.test(head.lower) && head.tag !== "IN") return true;
  if (
    words.some(({ lower }, index) => lower === "as" && /^(?:if|though)$/u.test(words[index + 1]?.lower ?? ""))
  )
    return true;
  // "You fix the leak before you hand out buckets": what holds for everybody, and nobody can check.
  const first = words.find(({ isWord }) => isWord);
  return (first?.lower === "you" && tense === "present" && !figure) || isTautology(words, verb.finite);
}

/** "One trial is one trial". */
function isTautology(words: ClaimClause["words"], finite: number): boolean {
  if (!/^(?:is|are|was|were)$/u.test(words[finite]?.lower ?? "")) return false;
  const before = words[finite - 1];
  const after = words.slice(finite + 1, finite + 4).find(({ lower }) => !/^(?:an?|the|one)$/u.test(lower));
  return before !== undefined && before.lower === after?.lower;
}

/** Verbs that give a thing its name or worth. */
const describing = /^(?:call|label|brand|dub|rate|describ|portray|liken)/u;
