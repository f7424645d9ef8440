import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isAdverb,
  isAuxiliary,
  isClitic,
  isConjunction,
  isDeterminer,
  isPossessive,
  isPreposition,
} from "../tokens/word-classes.ts";
import { type ReportingVerb, reportingVerbs } from "./reporting-verbs.ts";
import type { Phrase } from "./source-phrase.ts";

/** A verb group that signals an attribution: auxiliaries, negation and adverbs included, particles too. */
export interface Cue extends Phrase {
  /** Index of the verb itself. */
  readonly verbAt: number;
  readonly verb: ReportingVerb;
  readonly negated: boolean;
  /** "was told", "were accused": the subject is not the speaker. */
  readonly passive: boolean;
  /** A form in -ing without auxiliary: the subject stands in the clause before. */
  readonly participle: boolean;
  /** "to say": the subject is that of the verb before, or nobody. */
  readonly infinitive: boolean;
}

const forms = {
  be: new Set(["am", "is", "are", "was", "were", "be", "been", "being", "'re"]),
  not: new Set(["not", "never", "n't", "cannot"]),
};

/** Verbs before "to" with which it makes one group: "declined to say", "went on to say". */
const leadsToInfinitive = new Set([
  "declined",
  "refused",
  "declines",
  "refuses",
  "on",
  "continued",
  "continues",
  "had",
  "came",
  "used",
  "wanted",
  "rushed",
  "sought",
  "liked",
  "likes",
]);

/** Adverbs that link sentences rather than colour the cue. */
const linking = new Set([
  "however",
  "therefore",
  "meanwhile",
  "though",
  "thus",
  "instead",
  "nevertheless",
  "perhaps",
  "yesterday",
  "today",
  "tonight",
]);

/** The cue whose verb stands at `at`, or `null` where the word is no reporting verb there. */
export function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at];
  if (!token || token.kind !== "word") return null;
  // "the United States", "Tolvek Reports": a capital inside a sentence makes a name.
  if (/^\p{Lu}/u.test(token.text) && tokens[at - 1]?.kind === "word") return null;
  const verb = reportingVerbs(token.lower).find((candidate) =>
    candidate.particles.every((particle, offset) => tokens[at + 1 + offset]?.lower === particle),
  );
  if (!verb || isNoun(tokens, at, verb)) return null;
  let first = at;
  let passive = false;
  let negated = false;
  let helped = false;
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || linking.has(before.lower)) break;
    if (isClitic(before) && isContraction(tokens, first - 1) === false) break;
    if (isAuxiliary(before) || forms.not.has(before.lower)) {
      passive ||= verb.past && first === nearest(tokens, at) && forms.be.has(before.lower);
      helped ||= forms.be.has(before.lower) || isAuxiliary(before);
      negated ||= forms.not.has(before.lower) || /n't$/u.test(before.lower);
    } else if (!isAdverb(before)) break;
    first--;
  }
  while (
    first < at &&
    isAdverb(tokens[first]) &&
    !forms.not.has(tokens[first]?.lower ?? "") &&
    opensClause(tokens, first)
  )
    first++;
  let infinitive = false;
  if (tokens[first - 1]?.lower === "to") {
    if (!leadsToInfinitive.has(tokens[first - 2]?.lower ?? "")) infinitive = true;
    first -= tokens[first - 2]?.lower === "on" ? 3 : 2;
    if (infinitive || first < 0) return null;
  }
  if (verb.participle && !helped && !startsParticiple(tokens[first - 1])) return null;
  let last = at + verb.particles.length;
  while (
    isAdverb(tokens[last + 1]) &&
    !linking.has(tokens[last + 1]?.lower ?? "") &&
    closesCue(tokens[last + 2])
  )
    last++;
  return {
    first,
    last,
    verbAt: at,
    verb,
    negated,
    passive,
    participle: verb.participle && !helped,
    infinitive,
  };
}

/** The nearest place before the verb that is not an adverb's: where "be" makes a passive. */
function nearest(tokens: readonly Token[], at: number): number {
  let first = at;
  while (isAdverb(tokens[first - 1]) || forms.not.has(tokens[first - 1]?.lower ?? "")) first--;
  return first;
}

/** Where a participle clause of saying begins: at the start, behind a comma or dash, behind "by", "while", "and". */
const startsParticiple = (before: Token | undefined): boolean =>
  !before ||
  before.kind !== "word" ||
  ["by", "while", "in", "without", "and", "before", "after", "but"].includes(before.lower);

/** "'s" behind a pronoun is a verb; behind a noun it is taken for a possessive. */
const isContraction = (tokens: readonly Token[], at: number): boolean =>
  ["he", "she", "it", "who", "that", "there", "what"].includes(tokens[at - 1]?.lower ?? "");

/** An adverb at the head of a clause ("Earlier said" does not occur; "Later, …" does). */
const opensClause = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]?.kind === "punctuation";

/** What may follow an adverb that still belongs to the cue ("said flatly that", "said later."). */
const closesCue = (token: Token | undefined): boolean =>
  !token ||
  token.kind === "quotation" ||
  token.kind === "punctuation" ||
  token.lower === "that" ||
  isPreposition(token) ||
  token.lower === "whether";

/** A bare or -s form that is a noun here: after a determiner, a possessor, an adjective or a preposition. */
function isNoun(tokens: readonly Token[], at: number, verb: ReportingVerb): boolean {
  const before = tokens[at - 1];
  if (verb.bare && verb.base !== "say" && looksFinite(tokens[at + 1])) return true;
  if (!before) return verb.bare && !["says"].includes(tokens[at]?.lower ?? "") && verb.base !== "say";
  if (verb.past) return isDeterminer(before) || isPossessive(before);
  if (verb.participle)
    return (
      isDeterminer(before) ||
      isPossessive(before) ||
      (isPreposition(before) &&
        !["by", "in", "without", "after", "before", "as", "while"].includes(before.lower))
    );
  if (
    isDeterminer(before) &&
    ![
      "that",
      "some",
      "many",
      "several",
      "most",
      "all",
      "both",
      "few",
      "these",
      "those",
      "this",
      "each",
      "one",
      "others",
    ].includes(before.lower)
  )
    return true;
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
