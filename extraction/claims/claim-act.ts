import type { Act, Tense } from "../extraction.ts";
import dutyList from "../lexicons/duty-words.json" with { type: "json" };
import neutralList from "../lexicons/neutral-verbs.json" with { type: "json" };
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-words.ts";
import { isOwnDoing } from "./first-person.ts";
import type { MainVerb } from "./main-verb.ts";

const duties = wordSet(dutyList);
const neutral = wordSet(neutralList);
const believing: ReadonlySet<string> = new Set([
  "think",
  "believe",
  "hope",
  "fear",
  "doubt",
  "suspect",
  "guess",
]);

/** What the act of a claim is told from: its words, and the attribution that it stands in, if any. */
export interface ClaimClause {
  readonly words: readonly ClaimWord[];
  readonly verb: MainVerb;
  readonly tense: Tense | null;
  /** The act of the attribution's cue; `null` for the author's own claims. */
  readonly cueAct: Act | null;
  /** The cue's words in lower case; empty without a cue. */
  readonly cue: readonly string[];
}

/**
 * What is done by putting a claim forward: what the cue says ("vowed": promise), and where it only says that somebody
 * spoke, what the content's form says: an imperative or a duty demands, the speaker's own future promises, another's is
 * a prediction, "I think" is a belief.
 */
export function claimAct({ words, verb, tense, cueAct, cue }: ClaimClause): Act {
  const first = cue.find((word) => reportingVerbs(word).length > 0);
  const open = first === undefined || reportingVerbs(first).some(({ base }) => neutral.has(base));
  if (cueAct !== null && cueAct !== "assert") return cueAct;
  if (!open) return cueAct ?? "assert";
  const finite = words[verb.finite];
  const own = isOwnDoing(words, verb.finite);
  if (finite && duties.has(finite.lower)) return "demand";
  if (!finite && words[verb.head]?.tag === "VB" && words[verb.head - 1]?.lower !== "to") return "demand";
  if (own && believing.has(words[verb.head]?.lower ?? "")) return "believe";
  if (tense !== "future") return "assert";
  return own ? "promise" : "predict";
}
