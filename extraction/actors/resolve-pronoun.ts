import { firstFrom } from "../first-from.ts";
import { spanOf } from "../roles/phrase.ts";
import { phraseEndingAt } from "../roles/phrase-ending-at.ts";
import type { Unit } from "../roles/unit.ts";
import { contains, type Span } from "../span.ts";
import { tokenise } from "../tokens/tokenise.ts";
import type { Entity } from "./entity.ts";
import { type Gender, genderOfPronoun } from "./gender.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { resolvePhrase } from "./resolve-description.ts";
import type { Scene } from "./scene.ts";
import type { Mention } from "./timeline.ts";

/** How far back, in characters, a pronoun looks for whom it means: about three paragraphs of news. */
const pronounReach = 1500;

/**
 * "he", "she": within the reach, the subject-like (first) fitting person of the nearest sentence that has one,
 * in the spirit of Hobbs (1978): the sentence itself first, then backwards. `asker` is who has just asked.
 */
export function resolvePronoun(
  scene: Scene,
  gender: Gender,
  span: Span,
  unit: Unit,
  asker: Entity | null,
): Resolution {
  const until = subjectIsPronoun(unit, span, gender) ? unit.span[0] : span[0];
  // "He said Ruiz was late": whom the sentence goes on to name is not he.
  const named = new Set(scene.timeline.named(span[1], unit.span[1]).map(({ entity }) => entity));
  const near = scene.timeline
    .before(until, span[0] - pronounReach + 1)
    .filter(({ entity }) => isPerson(entity, gender) && !named.has(entity));
  // Who has just asked is not the one who answers; a name that may be no person's comes last.
  const answering = preferably(near, ({ entity }) => entity !== asker);
  const people = preferably(answering, ({ entity, subject }) => entity.evident || subject);
  const nearest = people.at(-1);
  if (!nearest) return unresolved;
  const sentence = unitAt(scene.units, nearest.span[0]);
  const { entity } = foremost(people, unit.span) ?? (sentence && foremost(people, sentence.span)) ?? nearest;
  entity.gender ??= gender;
  return { entity, rule: "pronoun" };
}

const isPerson = ({ type, thing, gender: known }: Entity, gender: Gender): boolean =>
  type === "person" && !thing && (known ?? gender) === gender;

/** "they", "it": the group, organisation or place that was mentioned last. */
export function resolveBody(scene: Scene, span: Span, single: boolean): Resolution {
  const types = single ? ["organization", "place"] : ["group", "unnamed", "organization"];
  const near = scene.timeline
    .before(span[0], span[0] - pronounReach)
    .filter(({ entity }) => types.includes(entity.type));
  const last = near.at(-1);
  if (!last) return unresolved;
  const sentence = unitAt(scene.units, last.span[0]);
  const { entity } = (sentence && foremost(near, sentence.span)) ?? last;
  return { entity, rule: "pronoun" };
}

/** "who", "which": the noun phrase that stands before. */
export function resolveRelative(scene: Scene, span: Span, unit: Unit): Resolution {
  const at = firstFrom(unit.tokens, span[0], (token) => token.span[0]);
  const before = unit.tokens[at - 1]?.text === "," ? at - 2 : at - 1;
  const phrase = phraseEndingAt(unit.tokens, before, 0);
  if (!phrase) return unresolved;
  const antecedent = spanOf(unit.tokens, phrase);
  const { entity } = resolvePhrase(scene, antecedent, tokenise(scene.text, antecedent, []));
  return { entity, rule: "relative-pronoun" };
}

/** Those that fit, or all where none does. */
function preferably(mentions: readonly Mention[], fits: (mention: Mention) => boolean): readonly Mention[] {
  const fitting = mentions.filter(fits);
  return fitting.length > 0 ? fitting : mentions;
}

/** Of the mentions inside a sentence, the last subject, else the first. */
function foremost(mentions: readonly Mention[], sentence: Span): Mention | undefined {
  const here = mentions.filter(({ span }) => contains(sentence, span));
  return here.findLast(({ subject }) => subject) ?? here[0];
}

/** The last unit that begins at or before `at`. */
const unitAt = (units: readonly Unit[], at: number): Unit | undefined =>
  units[firstFrom(units, at + 1, ({ span }) => span[0]) - 1];

/** Whether the sentence has the same pronoun as its subject already: both then mean somebody named before it. */
function subjectIsPronoun(unit: Unit, span: Span, gender: Gender): boolean {
  const opening = unit.tokens[0];
  return !!opening && opening.span[0] < span[0] && genderOfPronoun(opening.lower) === gender;
}
