import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { type After, contentAfter } from "./content-after.ts";
import { type Before, contentBefore } from "./content-before.ts";
import type { Cue } from "./cue.ts";
import type { Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";
import { isPlausibleSource } from "./plausible-source.ts";
import type { Rule } from "./role-set.ts";
import { isShortQuotation } from "./short-quotation.ts";
import { subjectOf } from "./subject-of.ts";
import { passTail } from "./tail.ts";

/** Verbs of perception and knowledge introduce much that is nobody's words; they need "that" or a verb behind. */
const isStrong = (cue: Cue): boolean => cue.verb.complements.has("q") || cue.verb.complements.has("a");

/** The noun phrase that a cue with a subject of its own has right before it, not before `floor`. */
export const subjectBefore = (tokens: readonly Token[], cue: Cue, floor: number): Phrase | null =>
  cue.participle ? null : phraseEndingAt(tokens, cue.first - 1, floor);

/**
 * The attribution that a cue signals: its source before or behind it, its content before, behind or on both
 * sides. `subject` is what {@link subjectBefore} finds, `shared` is the source of a cue without a subject of its own ("…, adding that", "and said"), where an earlier cue
 * had one; else the subject of the clause is. `null` where the verb signals nothing here.
 */
export function attributeCue(
  tokens: readonly Token[],
  cue: Cue,
  subject: Phrase | null,
  floor: number,
  shared: Phrase | null,
): Attributed | null {
  if (cue.passive) return null;
  if (subject && !isPlausibleSource(tokens, subject, couldBeNoun(cue))) return null;
  if (subject) return withContent(tokens, cue, subject, subject.first - 1, cue.last + 1, floor);
  const inverted = cue.participle ? null : invertedSubject(tokens, cue, floor);
  if (inverted) return withContent(tokens, cue, inverted, cue.first - 1, inverted.last + 1, floor);
  const elided = isElided(tokens, cue);
  if (!elided && !cue.participle) return null;
  return withContent(tokens, cue, shared ?? subjectOf(tokens, cue.first), -1, cue.last + 1, floor);
}

/** "claims", "report", "call": forms that are nouns as often as verbs. */
const couldBeNoun = ({ verb, first, verbAt }: Cue): boolean =>
  verb.bare && first === verbAt && verb.base !== "say";

/** "…," said Ana Ruiz: a cue directly behind content, its subject behind it. */
function invertedSubject(tokens: readonly Token[], cue: Cue, floor: number): Phrase | null {
  const before = tokens[cue.first - 1];
  if (!before || cue.first - 1 < floor || !cue.verb.complements.has("q")) return null;
  if (!before.quotation && before.text !== "," && before.text !== "?" && before.text !== "—") return null;
  const phrase = phraseStartingAt(tokens, cue.last + 1);
  return phrase &&
    isPlausibleSource(tokens, phrase, false) &&
    !tokens.slice(phrase.first, phrase.last).some((token) => token.quotation && !isShortQuotation(token))
    ? phrase
    : null;
}

/** A cue whose subject is that of the clause before: behind "and", "but" or a comma. */
const isElided = (tokens: readonly Token[], cue: Cue): boolean => {
  const before = tokens[cue.first - 1];
  return (
    !!before && (["and", "but", "then"].includes(before.lower) || (before.text === "," && cue.verb.past))
  );
};

/** `boundary`: last token before the source; `afterFrom`: first token behind cue and inverted subject. */
function withContent(
  tokens: readonly Token[],
  cue: Cue,
  source: Phrase | null,
  boundary: number,
  afterFrom: number,
  floor: number,
): Attributed | null {
  const spoken = cue.verb.complements.has("q") || cue.verb.complements.has("c");
  const earlier =
    spoken && boundary >= 0
      ? contentBefore(tokens, boundary, floor, isParenthetical(tokens, afterFrom))
      : null;
  const before =
    earlier && (earlier.quoted || isStrong(cue) || cue.verb.complements.has("b")) ? earlier : null;
  const infinitive =
    afterFrom === cue.last + 1 && tokens[afterFrom]?.lower === "to" && cue.verb.complements.has("i");
  const tail = infinitive
    ? { next: afterFrom, cueLast: cue.last }
    : passTail(tokens, afterFrom, cue.verb.complements.has("a"));
  const after = contentAfter(tokens, cue, tail.next, before);
  const cueLast = afterFrom === cue.last + 1 ? Math.max(cue.last, tail.cueLast) : cue.last;
  const parts = choose(tokens, before, after, tail.next);
  if (!parts) return null;
  return attributed(tokens, {
    source,
    cue: { first: cue.first, last: cueLast },
    content: parts.content,
    rule: parts.rule,
    act: cue.verb.act,
    negated: cue.negated,
  });
}

/** "The plan, Ruiz said, was dead": a comma and a verb that goes on with the clause. */
const isParenthetical = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "," && looksFinite(tokens[at + 1]);

/** Which of the contents before and behind a cue is meant, and by which rule. */
function choose(
  tokens: readonly Token[],
  before: Before | null,
  after: After | null,
  next: number,
): { content: Phrase[]; rule: Rule } | null {
  if (!before) return after ? { content: [after], rule: after.rule } : null;
  const beforeOnly = {
    content: [before],
    rule: before.quoted ? ("quotation-before-cue" as const) : ("clause-before-cue" as const),
  };
  if (!after) return beforeOnly;
  if (before.quoted) {
    const goesOn =
      after.divided && (tokens[next + 1]?.quotation || /^\p{Ll}/u.test(tokens[next + 1]?.text ?? ""));
    const quotationOnly = tokens[next + 1]?.quotation !== null && tokens[next + 1]?.quotation !== undefined;
    if (goesOn && quotationOnly) return { content: [before, after], rule: "quotation-around-cue" };
    if (tokens[next]?.quotation) return { content: [before, after], rule: "quotation-around-cue" };
    return beforeOnly;
  }
  if (!after.divided) return { content: [after], rule: after.rule };
  return { content: [before, after], rule: "clause-around-cue" };
}
