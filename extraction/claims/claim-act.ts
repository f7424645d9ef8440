import type { Act, Actor, Tense } from "../extraction.ts";
import dutyList from "../lexicons/duty-words.json" with { type: "json" };
import neutralList from "../lexicons/neutral-verbs.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-word.ts";
import { isOwnDoing } from "./first-person.ts";
import type { MainVerb } from "./main-verb.ts";
import type { Cue } from "./said-by.ts";

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
  /** What the word lists say of any of them: see `marks`. */
  readonly marks: number;
  readonly verb: MainVerb;
  readonly tense: Tense | null;
  /** The act of the attribution's cue; `null` for the author's own claims. */
  readonly cueAct: Act | null;
  /** Whether no quotation mark stands before it: "he" may be the speaker. */
  readonly reported: boolean;
  /** What its actor is; `null` where that is not known. */
  readonly speaker: Actor["type"] | null;
  /** Whether it speaks for a body: it is one, or a person with an office in one. */
  readonly forBody: boolean;
  readonly cue: Cue;
}

/**
 * What is done by putting a claim forward: what the cue says ("vowed": promise), and where it only says that somebody
 * spoke, what the content's form says: an imperative or a duty demands, the speaker's own future promises, another's is
 * a prediction, "I think" is a belief.
 */
export function claimAct(clause: ClaimClause): Act {
  const { words, verb, tense, cueAct, cue } = clause;
  const known = cue.verbs;
  const finite = words[verb.finite];
  if (!finite && known.some(({ base }) => base === "offer")) return "promise";
  // "Warned the jury not to read" and "warned against hope" are no forecasts, and "in her words" no belief.
  const warned = known.some(({ base }) => base === "warn" || base === "caution");
  if (cueAct === "predict" && !finite && warned && (tense === "future" || isAgainst(words, cue)))
    return "demand";
  // "Wants to begin" is a plan, "wants the firm to begin" a demand.
  if (cueAct === "demand" && known.some(({ base }) => base === "want") && words[0]?.lower === "to")
    return "promise";
  const told = cueAct === null || cueAct === "assert" || (cueAct === "believe" && known.length === 0);
  if (!told) return cueAct;
  const own = isOwnDoing(clause);
  // "Argued", "joked" say how it is said; only what lies ahead is more than asserted by it.
  if (known.length > 0 && !known.some(({ base }) => neutral.has(base)))
    return tense !== "future" || !finite || isWish(words, verb) ? "assert" : own ? "promise" : "predict";
  if (
    finite &&
    duties.has(finite.lower) &&
    (finite.lower !== "needs" || words[verb.finite + 1]?.lower === "to")
  )
    return "demand";
  if (!finite && isOrder(words)) return "demand";
  const meant = words[verb.head]?.lower ?? "";
  if (own && believing.has(meant)) return "believe";
  if (own && tense === "present" && meant === "expect") return "predict";
  if (isForecast({ words, verb })) return "predict";
  if (tense !== "future" || isWish(words, verb)) return "assert";
  return own || isPlan(words, verb) ? "promise" : "predict";
}

const isAgainst = (words: readonly ClaimWord[], { forms }: Cue): boolean =>
  forms.at(-1) === "against" || words[0]?.lower === "against";

/** "Was expected to last", "is likely to fall". */
export const isForecast = ({ words, verb }: Pick<ClaimClause, "words" | "verb">): boolean =>
  words[verb.finite + 2]?.lower === "to" && ahead.has(words[verb.finite + 1]?.lower ?? "");
const ahead: ReadonlySet<string> = new Set(["bound", "expected", "likely", "set", "unlikely"]);

/** "Would like to see", "would rather have": what the speaker wants, and no promise of it. */
export const isWish = (words: readonly ClaimWord[], { finite }: MainVerb): boolean => {
  const verb = words[finite]?.lower;
  return (verb === "would" || verb === "'d") && wishing.has(words[finite + 1]?.lower ?? "");
};
const wishing: ReadonlySet<string> = new Set(["like", "love", "prefer", "rather", "hate"]);

/** "The company will pay", "the team would repeat the trial": what a body does by its own will, told by one of it. */
const isPlan = (words: readonly ClaimWord[], { finite, head }: MainVerb): boolean => {
  const from = words[0]?.lower === "that" ? 1 : 0;
  return (
    words[from]?.lower === "the" &&
    planners.has(words[from + 1]?.lower ?? "") &&
    finite === from + 2 &&
    !happening.has(words[head]?.lower ?? "")
  );
};
/** Bodies that somebody who speaks of their plans most often speaks for. */
const planners: ReadonlySet<string> = new Set(
  "airline bank brewery carrier chain club company firm hospital maker railway school shop team theatre".split(
    " ",
  ),
);
/** Verbs of what befalls a body whether it wants or not. */
const happening: ReadonlySet<string> = new Set(
  "be become collapse decline die drop face fail fall gain grow have lose miss need profit recover rise shrink slip suffer survive win".split(
    " ",
  ),
);

/** "Shield the lamps", "do not wash white clothes". */
const isOrder = (words: readonly ClaimWord[]): boolean =>
  words.find(({ text, lower }) => /\p{L}/u.test(text) && !softening.has(lower))?.tag === "VB";
