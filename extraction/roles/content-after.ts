import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isTimeWord } from "../tokens/word-classes.ts";
import { isNaming, opensBareClause, opensWithSubjectAndVerb, quotationIsNear } from "./complement.ts";
import type { Before } from "./content-before.ts";
import { contentFrom, opensClause } from "./content-from.ts";
import type { Cue } from "./cue.ts";
import { type Phrase, quotationsIn } from "./phrase.ts";
import type { Rule } from "./role-set.ts";

/** Content behind a cue, and whether a comma divides it from the cue. */
export interface After extends Phrase {
  readonly rule: Rule;
  readonly divided: boolean;
}

/**
 * The content that begins at token `at` behind a cue, if what stands there can be that verb's content. `before` is the
 * content found before the cue, which what follows a comma may go on with.
 */
export function contentAfter(
  tokens: readonly Token[],
  cue: Cue,
  at: number,
  before: Before | null,
): After | null {
  const { complements } = cue.verb;
  const opening = tokens[at];
  if (!opening) return null;
  const divided =
    (opening.text === ";" && !!tokens[at + 1]?.quotation) ||
    opening.text === "," ||
    opening.text === ":" ||
    opening.text === "—" ||
    opening.text === "–";
  const start = divided ? at + 1 : at;
  const first = tokens[start];
  if (!first || first.kind === "punctuation") return null;
  const rest = contentFrom(tokens, start);
  if (!rest) return null;
  const found = (rule: Rule): After => ({ ...rest, rule, divided });
  if (first.quotation) return found("quotation-after-cue");
  if (divided && opening.text === ":")
    return found(quotationsIn(tokens, rest).length > 0 ? "quotation-after-cue" : "clause-after-cue");
  if (divided) return before ? found("clause-around-cue") : null;
  if (opensClause(first) && (complements.has("c") || complements.has("q"))) return found("clause-after-cue");
  const toBe =
    cue.verb.past &&
    cue.first === cue.verbAt &&
    tokens[start + 1]?.lower === "be" &&
    cue.verb.base === "plan";
  if (
    first.lower === "to" &&
    !toBe &&
    ((complements.has("i") && at === cue.last + 1) || (complements.has("a") && at > cue.last + 1))
  ) {
    return found("infinitive-after-cue");
  }
  if (complements.has("b") && opensBareClause(first) && opensWithSubjectAndVerb(tokens, rest)) {
    return found("clause-after-cue");
  }
  if (isReducedPassive(tokens, cue, rest)) return null;
  if (cue.participle && !quotationIsNear(tokens, rest)) return null;
  if (complements.has("n") && isNaming(tokens, rest)) return null;
  if (complements.has("o") || complements.has("n")) return found("object-of-cue");
  if (complements.has("s") && tokens.slice(rest.first, rest.last).some((token) => token.lower === "as"))
    return found("object-of-cue");
  // Words between the cue and a quotation further on: "said only the plan was “dead”", "called it “a gift”".
  const quoted = quotationsIn(tokens, rest);
  return quoted.length > 0 && complements.has("q") && rest.last - rest.first > 1
    ? found("clause-after-cue")
    : null;
}

/** "the line reiterated last week by Ferrin": a past form that says what was done to the noun before it. */
const isReducedPassive = (tokens: readonly Token[], cue: Cue, rest: Phrase): boolean => {
  if (!cue.verb.past || cue.first < cue.verbAt) return false;
  for (let at = rest.first; at <= rest.last; at++) {
    const token = tokens[at];
    if (!token || token.quotation || looksFinite(token)) return false;
    if (token.lower === "by") return !isTimeWord(tokens[at + 1]);
  }
  return false;
};
