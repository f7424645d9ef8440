import type { Act, ClaimKind } from "../extraction.ts";
import dutyList from "../lexicons/duty-words.json" with { type: "json" };
import opinionList from "../lexicons/opinion-words.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimClause } from "./claim-act.ts";
import { isFirstPerson, isOwnDoing } from "./first-person.ts";

const opinions = wordSet(opinionList);
const duties = wordSet(dutyList);

/** Acts that a claim of each kind is put forward by; an act that is not here leaves the kind to the words. */
const kindOfAct: Partial<Record<Act, ClaimKind>> = {
  promise: "promise",
  threaten: "promise",
  predict: "prediction",
  demand: "opinion",
  praise: "opinion",
  criticise: "opinion",
  believe: "opinion",
};

/**
 * What sort of proposition a claim is: `promise` (also a plan or threat of the speaker's), `prediction` (of what others
 * do or what happens), `opinion` (a judgement, wish or demand), `experience` (what the speaker says to have lived or
 * done), else `fact`.
 */
export function claimKind(
  { words, verb, tense, reported, cue }: Omit<ClaimClause, "cueAct">,
  act: Act,
): ClaimKind {
  const open = /^(?:could|may|might)$/u.test(words[verb.finite]?.lower ?? "");
  if (act === "believe" && (tense === "future" || open)) return "prediction";
  const ofAct = kindOfAct[act];
  if (ofAct) return ofAct;
  const own = isOwnDoing(words, verb.finite, reported);
  if (tense === "future") return own ? "promise" : "prediction";
  if (words.some(({ lower }) => opinions.has(lower) || duties.has(lower))) return "opinion";
  // "Called the results small": how somebody is described is a judgement.
  if (verb.finite < 0 && cue.some((word) => describing.test(word))) return "opinion";
  const singular = words.some((word) => isFirstPerson(word) && /^(?:i|me|my|mine|myself)$/u.test(word.lower));
  // "We lost 14 sailings" is what a firm or a government did, and is on record.
  const counted = words.some(({ text }) => /\d/u.test(text));
  return singular || (own && !counted) ? "experience" : "fact";
}

/** Verbs that give a thing its name or worth. */
const describing = /^(?:call|label|brand|dub|rate|describ|portray|liken)/u;
