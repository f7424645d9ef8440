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

/** Words that an order can begin with. */
const softening: ReadonlySet<string> = new Set([
  "do",
  "don't",
  "not",
  "n't",
  "please",
  "just",
  "never",
  "so",
]);

/** What the act of a claim is told from: its words, and the attribution that it stands in, if any. */
export interface ClaimClause {
  readonly words: readonly ClaimWord[];
  readonly verb: MainVerb;
  readonly tense: Tense | null;
  /** The act of the attribution's cue; `null` for the author's own claims. */
  readonly cueAct: Act | null;
  /** Whether no quotation mark stands before it: "he" may be the speaker. */
  readonly reported: boolean;
  /** The cue's words in lower case; empty without a cue. */
  readonly cue: readonly string[];
}

/**
 * What is done by putting a claim forward: what the cue says ("vowed": promise), and where it only says that somebody
 * spoke, what the content's form says: an imperative or a duty demands, the speaker's own future promises, another's is
 * a prediction, "I think" is a belief.
 */
export function claimAct({ words, verb, tense, cueAct, cue, reported }: ClaimClause): Act {
  const first = cue.find((word) => reportingVerbs(word).length > 0);
  const known = first === undefined ? [] : reportingVerbs(first);
  const finite = words[verb.finite];
  if (!finite && known.some(({ base }) => base === "offer")) return "promise";
  // "Warned the jury not to read" is no forecast, and "in her words" no belief.
  if (cueAct === "predict" && !finite && tense === "future") return "demand";
  const told = cueAct === null || cueAct === "assert" || (cueAct === "believe" && known.length === 0);
  if (!told) return cueAct;
  if (known.length > 0 && !known.some(({ base }) => neutral.has(base))) return "assert";
  const own = isOwnDoing(words, verb.finite, reported);
  if (
    finite &&
    duties.has(finite.lower) &&
    (finite.lower !== "needs" || words[verb.finite + 1]?.lower === "to")
  )
    return "demand";
  if (!finite && isOrder(words)) return "demand";
  const meant = words[verb.head]?.lower ?? "";
  if (own && believing.has(meant)) return "believe";
  if (own && meant === "expect") return "predict";
  if (tense !== "future") return "assert";
  return own ? "promise" : "predict";
}

/** "Shield the lamps", "do not wash white clothes". */
const isOrder = (words: readonly ClaimWord[]): boolean =>
  words.find(({ text, lower }) => /\p{L}/u.test(text) && !softening.has(lower))?.tag === "VB";
