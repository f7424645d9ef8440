import type { Claim, Extraction } from "#extraction/extraction.ts";
import { type Span, textOf } from "#extraction/span.ts";
import type { ClaimGold, GoldClaim } from "../gold/claim-gold.ts";
import { type Disagreement, wordsOf } from "./article-score.ts";
import { matchOneToOne } from "./match-one-to-one.ts";
import { type Tally, tallyMatches } from "./tally.ts";
import { gridTokens, tokensOf } from "./token-grid.ts";

/** The fields that are compared for each claim that is found. */
export const comparedFields = [
  "actor",
  "act",
  "negated",
  "hedged",
  "hedges",
  "tense",
  "kind",
  "checkable",
  "specific",
  "aboutMany",
  "notPersonal",
  "notPrediction",
  "about",
  "statement",
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** How often a field agreed, of the claims found. */
export interface FieldAgreement {
  readonly right: number;
  readonly all: number;
}

/** A claim that is missed or spurious, or a field that is wrong; `detail` says how. */
export interface ClaimDisagreement extends Omit<Disagreement, "kind"> {
  readonly kind: string;
}

/** What an article's claims score. */
export interface ClaimScore {
  readonly found: Tally;
  readonly fields: Readonly<Record<ComparedField, FieldAgreement>>;
  readonly disagreements: readonly ClaimDisagreement[];
}

/** The least share of common words (intersection over union) for a claim to count as found. */
const sameClaim = 0.5;

const listOf = (words: readonly string[]): string => [...words].sort().join("; ");

/**
 * Compares an article's claims, each printed claim once, with the gold: one to one by overlap of at least half, and every
 * field of those that match.
 */
export function scoreClaimFields({ text, claims }: ClaimGold, extraction: Extraction): ClaimScore {
  const tokens = gridTokens(text);
  const isWord = (index: number): boolean =>
    /[\p{L}\p{N}]/u.test(text.charAt(tokens[index]?.start ?? text.length));
  const wordsIn = (content: readonly Span[]): Set<number> =>
    new Set([...tokensOf(tokens, content)].filter(isWord));
  const printed = extraction.claims.filter(({ repeats }) => repeats === null);
  const gold = claims.map(({ content }) => wordsIn(content));
  const found = printed.map(({ content }) => wordsIn(content));
  const pairs = matchOneToOne(gold, found).filter(({ gold: one, predicted: other, shared }) => {
    const union = (gold[one]?.size ?? 0) + (found[other]?.size ?? 0) - shared;
    return shared / union >= sameClaim;
  });
  const right: Record<string, number> = {};
  const disagreements: ClaimDisagreement[] = [];
  const report = (kind: string, content: readonly Span[], detail?: string): void => {
    const shown = { kind, offset: content[0]?.[0] ?? 0, words: wordsOf(text, content) };
    disagreements.push(detail === undefined ? shown : { ...shown, detail });
  };
  for (const pair of pairs) {
    const wanted = claims[pair.gold];
    const given = printed[pair.predicted];
    if (!wanted || !given) continue;
    const expected = ofGold(wanted);
    const actual = ofClaim(text, given, extraction);
    for (const field of comparedFields) {
      const agrees =
        field === "actor"
          ? isSameActor(wanted.actor, given, extraction)
          : field === "statement"
            ? wanted.statements.some((one) => comparable(one) === actual.statement)
            : expected[field] === actual[field];
      if (agrees) right[field] = (right[field] ?? 0) + 1;
      else report(field, wanted.content, `${actual[field]}, not ${expected[field]}`);
    }
  }
  const matchedGold = new Set(pairs.map((pair) => pair.gold));
  const matchedFound = new Set(pairs.map((pair) => pair.predicted));
  for (const [index, { content }] of claims.entries())
    if (!matchedGold.has(index)) report("missed claim", content);
  for (const [index, { content }] of printed.entries())
    if (!matchedFound.has(index)) report("spurious claim", content);
  return {
    found: tallyMatches(pairs.length, printed.length, claims.length),
    fields: agreements((field) => ({ right: right[field] ?? 0, all: pairs.length })),
    disagreements,
  };
}

/** One agreement for each field. */
export const agreements = (
  of: (field: ComparedField) => FieldAgreement,
): Record<ComparedField, FieldAgreement> => ({
  actor: of("actor"),
  act: of("act"),
  negated: of("negated"),
  hedged: of("hedged"),
  hedges: of("hedges"),
  tense: of("tense"),
  kind: of("kind"),
  checkable: of("checkable"),
  specific: of("specific"),
  aboutMany: of("aboutMany"),
  notPersonal: of("notPersonal"),
  notPrediction: of("notPrediction"),
  about: of("about"),
  statement: of("statement"),
});

/** A statement with what does not count left out: brackets, quotation marks, stops at its end, "the" at the head of what was put in. */
const comparable = (statement: string | null): string =>
  statement === null
    ? "none"
    : statement
        .toLowerCase()
        .replaceAll("’", "'")
        .replaceAll("[the ", "[")
        .replaceAll("s']", "s's]")
        .replace(/[[\]"“”‘«»„]|'(?!\p{L})|(?<![\p{L}\]])'/gu, "")
        .replace(/[.!?]{1,4}$/u, "")
        .replace(/\s+/gu, " ");

type Comparable = Readonly<Record<ComparedField, string>>;

const ofGold = (gold: GoldClaim): Comparable => ({
  actor: gold.actor ?? "nobody",
  act: gold.act,
  negated: String(gold.negated),
  hedged: String(gold.hedges.length > 0),
  hedges: listOf(gold.hedges),
  tense: String(gold.tense),
  kind: gold.kind,
  checkable: String(gold.checkable),
  ...dimensionsOf(gold),
  about: listOf(gold.about),
  statement: comparable(gold.statements[0] ?? null),
});

const ofClaim = (text: string, claim: Claim, { actors }: Extraction): Comparable => ({
  actor: actors.find(({ id }) => id === claim.actor)?.name ?? "nobody",
  act: claim.act,
  negated: String(claim.negated),
  hedged: String(claim.hedged),
  hedges: listOf(claim.hedges.map((span) => textOf(text, span).toLowerCase())),
  tense: String(claim.tense),
  kind: claim.kind,
  checkable: String(claim.checkable),
  ...dimensionsOf(claim),
  about: listOf(claim.about.map(({ name }) => name)),
  statement: comparable(claim.statement),
});

const dimensionsOf = ({ dimensions }: Pick<Claim, "dimensions">) => ({
  specific: String(dimensions.specific),
  aboutMany: String(dimensions.aboutMany),
  notPersonal: String(dimensions.notPersonal),
  notPrediction: String(dimensions.notPrediction),
});

/** An unnamed source goes by any of the article's words for it; an author without a name is nobody. */
function isSameActor(wanted: string | null, claim: Claim, { actors }: Extraction): boolean {
  const actor = actors.find(({ id }) => id === claim.actor);
  if (wanted === null) return !actor || actor.type === "author" || actor.type === "unnamed";
  if (!actor) return false;
  if (actor.type !== "unnamed" && actor.type !== "group") return actor.name === wanted;
  return actor.name.toLowerCase().includes(wanted.toLowerCase());
}
