import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isTimeWord } from "../tokens/word-classes.ts";
import {
  type Before,
  clauseOpeners,
  contentBefore,
  contentFrom,
  isNaming,
  opensBareClause,
  opensWithSubjectAndVerb,
  quotationIsNear,
  quotationsIn,
  spanOf,
} from "./content.ts";
import type { Cue } from "./cue.ts";
import type { RoleSet, Rule } from "./role-set.ts";
import { type Phrase, phraseEndingAt, phraseStartingAt } from "./source-phrase.ts";
import { passTail } from "./tail.ts";

/** A role set with the token index behind which the next cue may be looked for. */
export interface Attributed {
  readonly roles: RoleSet;
  readonly resumeAt: number;
}

/** Verbs of perception and knowledge introduce much that is nobody's words; they need "that" or a verb behind. */
const isStrong = (cue: Cue): boolean => cue.verb.complements.has("q") || cue.verb.complements.has("a");

/**
 * The attribution that a cue signals: its source before or behind it, its content before, behind or on both
 * sides. `shared` is the source of a cue without a subject of its own ("…, adding that", "and said"). `null`
 * where the verb signals nothing here.
 */
export function attributeCue(
  tokens: readonly Token[],
  cue: Cue,
  floor: number,
  shared: Phrase | null,
): Attributed | null {
  if (cue.passive) return null;
  const subject = cue.participle ? null : phraseEndingAt(tokens, cue.first - 1, floor);
  if (subject) return assemble(tokens, cue, subject, subject.first - 1, cue.last + 1, floor);
  const inverted = cue.participle ? null : invertedSubject(tokens, cue, floor);
  if (inverted) return assemble(tokens, cue, inverted, cue.first - 1, inverted.last + 1, floor);
  const elided = isElided(tokens, cue);
  if (!elided && !cue.participle) return null;
  return assemble(tokens, cue, shared, -1, cue.last + 1, floor);
}

/** "…," said Ana Ruiz: a cue directly behind content, its subject behind it. */
function invertedSubject(tokens: readonly Token[], cue: Cue, floor: number): Phrase | null {
  const before = tokens[cue.first - 1];
  if (!before || cue.first - 1 < floor || !cue.verb.complements.has("q")) return null;
  if (!before.quotation && before.text !== "," && before.text !== "?" && before.text !== "—") return null;
  const phrase = phraseStartingAt(tokens, cue.last + 1);
  return phrase &&
    !tokens.slice(phrase.first, phrase.last).some((token) => token.quotation && token.text.length > 24)
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

function assemble(
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
  const lastPart = parts.content.at(-1);
  return {
    roles: {
      source: source ? spanOf(tokens, source) : null,
      cue: spanOf(tokens, { first: cue.first, last: cueLast }),
      content: parts.content.map((part) => spanOf(tokens, part)),
      quotations: parts.content.flatMap((part) => quotationsIn(tokens, part)),
      act: cue.verb.act,
      negated: cue.negated,
      rule: parts.rule,
    },
    resumeAt: Math.max(cueLast, lastPart?.last ?? 0, source?.last ?? 0) + 1,
  };
}

/** "The plan, Ruiz said, was dead": a comma and a verb that goes on with the clause. */
const isParenthetical = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "," && looksFinite(tokens[at + 1]);

/** Content behind a cue, and whether a comma divides it from the cue. */
interface After extends Phrase {
  readonly rule: Rule;
  readonly divided: boolean;
}

function contentAfter(tokens: readonly Token[], cue: Cue, at: number, before: Before | null): After | null {
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
  if (clauseOpeners.has(first.lower) && (complements.has("c") || complements.has("q")))
    return found("clause-after-cue");
  const toBe =
    cue.verb.past &&
    cue.first === cue.verbAt &&
    tokens[start + 1]?.lower === "be" &&
    cue.verb.base === "plan";
  if (
    first.lower === "to" &&
    !toBe &&
    ((complements.has("i") && at === cue.last + 1) || (complements.has("a") && complements.has("o")))
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
