import { firstFrom } from "../first-from.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";
import { isPlural } from "./describe.ts";
import type { Entity } from "./entity.ts";
import { type Gender, genderOfPronoun } from "./gender.ts";
import type { Scene } from "./scene.ts";
import type { Mention } from "./timeline.ts";

/** How far back, in code units, a pronoun looks for whom it means: about three paragraphs of news. */
const pronounReach = 1500;

/** How far behind "he" somebody who is named is surely another, in code units: "he told Falk". */
const clauseReach = 20;

/** Pronouns that ask for different things; each is weighed by weights of its own. */
export const pronounKinds = ["person", "body", "several"] as const;
export type PronounKind = (typeof pronounKinds)[number];

/** A pronoun whose entity is asked for. */
export interface Pronoun {
  readonly span: Span;
  readonly unit: Unit;
  readonly kind: PronounKind;
  /** Which gender "he" or "she" asks for. */
  readonly gender: Gender;
  /** Who has just asked a question. */
  readonly asker: Entity | null;
  /** Whom the source before was, as far as it was resolved. */
  readonly speaker: Entity | null;
}

/** Somebody whom a pronoun could mean, and what speaks for and against it. */
export interface Candidate {
  readonly entity: Entity;
  /** One number for each of `pronounFeatures`. */
  readonly features: readonly number[];
}

/** What is counted for a candidate; distances are of its last mention, in sentences. */
export const pronounFeatures = [
  "here",
  "before",
  "before-that",
  "far",
  "distance",
  "subject",
  "subject-here",
  "subject-before",
  "opens",
  "opens-before",
  "speaker",
  "speaker-near",
  "gender-known",
  "evident",
  "single-name",
  "often",
  "same-paragraph",
  "named-later",
  "asker",
  "latest",
  "third-or-later",
  "organization",
  "place",
  "group",
  "unnamed",
  "thing",
  "plural-name",
  "same-pronoun-opens",
  "pronoun-last",
] as const;

const candidateTypes: Readonly<Record<PronounKind, readonly Entity["type"][]>> = {
  person: ["person", "unnamed", "author"],
  body: ["organization", "place", "unnamed", "person"],
  several: ["group", "organization", "unnamed"],
};

/** One whom a pronoun could mean. */
interface Possible {
  readonly entity: Entity;
  /** The last one, and the index of its unit. */
  readonly mention: Mention;
  readonly at: number;
  /** How many mentions there are. */
  often: number;
  /** Whether the first mention of a possible one in that unit is of this. */
  opens: boolean;
}

/**
 * Who of those mentioned before a pronoun in the unit with index `here` is possible, the one mentioned last first: read back from
 * the pronoun, mentions and units together.
 */
function possibleOnes(
  units: readonly Unit[],
  mentions: readonly Mention[],
  here: number,
  isPossible: (entity: Entity) => boolean,
): readonly Possible[] {
  const byEntity = new Map<Entity, Possible>();
  let at = here;
  let opener: Possible | undefined;
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index] as Mention;
    const { entity } = mention;
    const known = byEntity.get(entity);
    if (!known && !isPossible(entity)) continue;
    const before = at;
    while (at >= 0 && (units[at]?.span[0] ?? 0) > mention.span[0]) at--;
    if (opener && at !== before) opener.opens ||= opener.at === before;
    opener = known ?? { entity, mention, at, often: 0, opens: false };
    opener.often++;
    if (!known) byEntity.set(entity, opener);
  }
  if (opener) opener.opens ||= opener.at === at;
  return [...byEntity.values()];
}

/** Those whom a pronoun could mean, the one mentioned last first. */
export function pronounCandidates({ timeline, units, text }: Scene, pronoun: Pronoun): Candidate[] {
  const { span, unit, kind, gender } = pronoun;
  const near = timeline.before(span[0], span[0] - pronounReach + 1);
  const later = new Set(timeline.named(span[1], unit.span[1]).map(({ entity }) => entity));
  // "He told Falk" is not Falk.
  const isSubject = /^(?:he|she|it|they)$/iu.test(text.slice(...span));
  const told = isSubject
    ? timeline
        .named(span[1], span[1] + clauseReach)
        .filter((mention) => !/[.!?,;:"“”]/u.test(text.slice(span[1], mention.span[0])))
        .map(({ entity }) => entity)
    : [];
  const here = unitIndexAt(units, span[0]);
  const seen = possibleOnes(
    units,
    near,
    here,
    (entity) => isPossible(entity, kind, gender) && !told.includes(entity),
  );
  const opening = unit.tokens[0];
  const isSecond =
    !!opening && opening.start < span[0] && genderOfPronoun(opening.lower) === gender && kind === "person";
  return seen.map(({ entity, mention, at, often, opens }, rank) => {
    const distance = here - at;
    const is = (fact: boolean): number => (fact ? 1 : 0);
    const features = [
      is(distance === 0),
      is(distance === 1),
      is(distance === 2),
      is(distance > 2),
      Math.log(1 + span[0] - mention.span[0]) / 4,
      is(mention.subject),
      is(mention.subject && distance === 0),
      is(mention.subject && distance === 1),
      is(opens),
      is(opens && distance === 1),
      is(pronoun.speaker === entity),
      is(pronoun.speaker === entity && distance < 2),
      is(entity.gender !== null),
      is(entity.evident),
      is(entity.words.length < 2),
      Math.log(1 + often),
      is(units[at]?.paragraph === unit.paragraph),
      is(later.has(entity)),
      is(pronoun.asker === entity),
      is(rank === 0),
      is(rank > 1),
      is(entity.type === "organization"),
      is(entity.type === "place"),
      is(entity.type === "group"),
      is(entity.type === "unnamed"),
      is(entity.thing),
      is(/[^s]s$/u.test(entity.name)),
      is(isSecond && distance === 0 && mention.span[0] > (opening?.start ?? 0)),
      is(isPronounAt(text, mention.span)),
    ];
    return { entity, features };
  });
}

/** Most mentions are names, and longer than the longest pronoun. */
const isPronounAt = (text: string, [start, end]: Span): boolean =>
  end - start <= 5 && /^(?:he|she|his|her|him|they|their|them|it|its)$/iu.test(text.slice(start, end));

function isPossible(entity: Entity, kind: PronounKind, gender: Gender): boolean {
  if (!candidateTypes[kind].includes(entity.type)) return false;
  // "Few people said it. He": they are many.
  if (kind === "person") return !entity.thing && !isMany(entity) && (entity.gender ?? gender) === gender;
  return entity.type !== "person" || entity.thing || !entity.evident;
}

const isMany = ({ type, words }: Entity): boolean => {
  const noun = words.at(-1) ?? "";
  return type === "unnamed" && (isPlural(noun) || noun === "people");
};

/** Index of the last unit that begins at or before `at`. */
const unitIndexAt = (units: readonly Unit[], at: number): number =>
  firstFrom(units, at + 1, ({ span }) => span[0]) - 1;
