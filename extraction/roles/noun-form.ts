import determinerAloneList from "../lexicons/determiners-alone.json" with { type: "json" };
import participleOpenerList from "../lexicons/participle-openers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isClitic,
  isConjunction,
  isDeterminer,
  isPossessive,
  isPreposition,
} from "../tokens/word-classes.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";

const determinersAlone = wordSet(determinerAloneList);
const participleOpeners = wordSet(participleOpenerList);

/**
 * Whether a form of a reporting verb is a noun where it stands ("the report", "her claims", "in talks"): after a
 * determiner, a possessor or a preposition, or with another verb behind it.
 */
export function isNounForm(tokens: readonly Token[], at: number, verb: ReportingVerb): boolean {
  const before = tokens[at - 1];
  if (verb.bare && verb.base !== "say" && looksFinite(tokens[at + 1])) return true;
  if (!before) return verb.bare && tokens[at]?.lower !== "says" && verb.base !== "say";
  if (verb.past) return isDeterminer(before) || isPossessive(before);
  if (verb.participle)
    return (
      isDeterminer(before) ||
      isPossessive(before) ||
      (isPreposition(before) && before.lower !== "as" && !participleOpeners.has(before.lower))
    );
  if (isDeterminer(before) && !determinersAlone.has(before.lower)) return true;
  if (isPossessive(before)) return true;
  if (isClitic(before)) return true;
  if (isPreposition(before) && before.lower !== "to" && !isConjunction(before)) return true;
  if (verb.base === "say" || !verb.bare) return false;
  const next = tokens[at + 1];
  return (
    !!next &&
    isPreposition(next) &&
    !(next.lower === "that" || next.lower === "like" || (next.lower === "as" && verb.complements.has("s")))
  );
}
