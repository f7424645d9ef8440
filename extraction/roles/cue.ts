import linkingList from "../lexicons/linking-adverbs.json" with { type: "json" };
import participleOpenerList from "../lexicons/participle-openers.json" with { type: "json" };
import beforeToList from "../lexicons/words-before-to.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";
import { isAdverb, isAuxiliary, isClitic, isPreposition } from "../tokens/word-classes.ts";
import { isNounForm } from "./noun-form.ts";
import type { Phrase } from "./phrase.ts";
import { formsOfReportingVerbs, type ReportingVerb, reportingVerbsOf } from "./reporting-verbs.ts";

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
}

const linkingAdverbs = wordSet(linkingList);
const participleOpeners = wordSet(participleOpenerList);
const wordsBeforeTo = wordSet(beforeToList);

/** The forms of "be", which make a passive: a closed class of the grammar, complete. */
const formsOfBe = new Set(["am", "is", "are", "was", "were", "be", "been", "being", "'re"]);

const negations = wordClass(["not", "never", "n't", "cannot"]);

const isNegation = (token: Token | undefined): boolean => isOf(token, negations);

/** The cue whose verb stands at `at`, or `null` where the word is no reporting verb there. */
export function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at];
  if (!isOf(token, formsOfReportingVerbs) || token?.kind !== "word") return null;
  // "the United States", "Tolvek Reports": a capital inside a sentence makes a name.
  if (/^\p{Lu}/u.test(token.text) && tokens[at - 1]?.kind === "word") return null;
  const verb = verbAt(tokens, at);
  if (!verb || isNounForm(tokens, at, verb)) return null;
  const group = verbGroup(tokens, at, verb);
  let { first } = group;
  if (tokens[first - 1]?.lower === "to") {
    // "to say" alone: the subject is that of another verb, or nobody.
    if (!wordsBeforeTo.has(tokens[first - 2]?.lower ?? "")) return null;
    first -= tokens[first - 2]?.lower === "on" ? 3 : 2;
    if (first < 0) return null;
  }
  const participle = verb.participle && !group.helped;
  if (participle && !startsParticiple(tokens[first - 1])) return null;
  let last = at + verb.particles.length;
  while (
    isAdverb(tokens[last + 1]) &&
    !linkingAdverbs.has(tokens[last + 1]?.lower ?? "") &&
    closesCue(tokens[last + 2])
  )
    last++;
  return { first, last, verbAt: at, verb, negated: group.negated, passive: group.passive, participle };
}

/** The reporting verb at `at`, the longest one whose particles follow. */
function verbAt(tokens: readonly Token[], at: number): ReportingVerb | undefined {
  for (const verb of reportingVerbsOf(tokens[at])) if (areParticles(tokens, at + 1, verb)) return verb;
  return undefined;
}

function areParticles(tokens: readonly Token[], at: number, { particles }: ReportingVerb): boolean {
  for (let index = 0; index < particles.length; index++)
    if (tokens[at + index]?.lower !== particles[index]) return false;
  return true;
}

/** What stands before a verb and belongs to it. */
interface VerbGroup {
  readonly first: number;
  /** Whether an auxiliary is there. */
  readonly helped: boolean;
  readonly negated: boolean;
  readonly passive: boolean;
}

/** Reads auxiliaries, negations and adverbs back from the verb at `at`. */
function verbGroup(tokens: readonly Token[], at: number, verb: ReportingVerb): VerbGroup {
  /** Before the adverbs next to the verb: where "be" makes a passive. */
  let auxiliaryAt = at;
  while (isAdverb(tokens[auxiliaryAt - 1]) || isNegation(tokens[auxiliaryAt - 1])) auxiliaryAt--;
  let first = at;
  let helped = false;
  let negated = false;
  let passive = false;
  for (; first > 0; first--) {
    const before = tokens[first - 1];
    if (!before || linkingAdverbs.has(before.lower)) break;
    if (isClitic(before) && !isContraction(tokens, first - 1)) break;
    if (isAuxiliary(before) || isNegation(before)) {
      const be = formsOfBe.has(before.lower);
      passive ||= be && verb.past && first === auxiliaryAt;
      helped ||= be || isAuxiliary(before);
      negated ||= isNegation(before) || before.lower.endsWith("n't");
    } else if (!isAdverb(before)) break;
  }
  while (first < at && isAdverb(tokens[first]) && !isNegation(tokens[first]) && opensClause(tokens, first))
    first++;
  return { first, helped, negated, passive };
}

/** Where a participle clause of saying begins: at the start, behind a comma or dash, behind "by", "while", "and". */
const startsParticiple = (before: Token | undefined): boolean =>
  before?.kind !== "word" || participleOpeners.has(before.lower);

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
