import firmList from "../lexicons/firm-nouns.json" with { type: "json" };
import { type Span, textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isCapitalised, isContentWord } from "../tokens/word-classes.ts";
import { isFirmName } from "./body-names.ts";
import { isPlural, isUnnamed } from "./describe.ts";
import type { Entity } from "./entity.ts";
import type { Scene } from "./scene.ts";
import { isArtefactNoun } from "./source-kind.ts";
import type { Mention } from "./timeline.ts";

/** Nouns that stand for any firm or club that the article has named. */
const firmNouns = wordSet(firmList);

/** Nouns that the name of such a body has too, so that another's is none ("the union"). */
const particularBodies = new Set(["agency", "group", "newspaper", "union"]);

/** A source without a name called again by its noun: "a senior official", later "the official"; a study, later "the paper". */
export function describedBy(scene: Scene, head: readonly Token[], noun: string, span: Span): Entity | null {
  const named = head.slice(1).filter(isCapitalised);
  const before = scene.timeline.before(span[0]);
  const isMeant = (entity: Entity): boolean => isUnnamed(entity) && mayBeCalled(scene, entity, named);
  const same = before.findLast(({ entity }) => entity.words.at(-1) === noun && isMeant(entity));
  if (same) return same.entity;
  if (!isArtefactNoun(noun)) return null;
  return (
    before.findLast(({ entity }) => {
      const other = entity.words.at(-1) ?? "";
      return isArtefactNoun(other) && isPlural(other) === isPlural(noun) && isMeant(entity);
    })?.entity ?? null
  );
}

/** "The Tarn poll" is not the one that was called "the Tolvek poll"; one that was called "a poll" it may be. */
function mayBeCalled({ text }: Scene, { mentions, words }: Entity, named: readonly Token[]): boolean {
  if (named.length === 0) return true;
  const names = mentions
    .slice(0, mostDescriptions)
    .flatMap((mention) => namesIn(textOf(text, mention), words.at(-1) ?? ""));
  return names.length === 0 || named.some((token) => names.includes(token.text));
}

/** How many descriptions of one that were used before are looked at. */
const mostDescriptions = 8;

/** The capitalised words of a description behind its first, its noun left out. */
const namesIn = (description: string, noun: string): string[] =>
  description
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && word.toLowerCase() !== noun);

/** The organisation that the noun fits: its name has the noun, or the noun means any firm and one stands out near by. */
export function bodyCalled(scene: Scene, head: readonly Token[], noun: string, span: Span): Entity | null {
  const before = scene.timeline.before(span[0]);
  // "The appeals court" is no other court.
  const qualifiers = head.filter((token) => isContentWord(token) && token.lower !== noun);
  let isName = false;
  for (let at = before.length - 1; at >= 0; at--) {
    const { entity } = before[at] as Mention;
    if (!isNamedBody(entity) || !entity.words.includes(noun)) continue;
    if (qualifiers.every(({ lower }) => entity.words.includes(lower))) return entity;
    isName = true;
  }
  if (isName) return null;
  if (!firmNouns.has(noun) || particularBodies.has(noun)) return null;
  const bodies = new Map<Entity, number>();
  const firms = new Map<Entity, number>();
  for (const { entity } of before) {
    if (!isNamedBody(entity)) continue;
    bodies.set(entity, (bodies.get(entity) ?? 0) + 1);
    if (isFirmName(entity.words)) firms.set(entity, (firms.get(entity) ?? 0) + 1);
  }
  const firm = foremostOf(firms.size > 0 ? firms : bodies);
  if (firm || bodies.size > 0) return firm;
  // A name of unclear kind, if no body is there that could be the firm, is one.
  const unclear = before.findLast(({ entity: { type, evident } }) => type === "person" && !evident)?.entity;
  if (unclear) unclear.type = "organization";
  return unclear ?? null;
}

const isNamedBody = (entity: Entity): boolean => entity.type === "organization" && !isUnnamed(entity);

/** The one that is mentioned at least twice as often as any other, by how often each is. */
function foremostOf(counts: ReadonlyMap<Entity, number>): Entity | null {
  let first: Entity | null = null;
  let most = 0;
  let next = 0;
  for (const [entity, count] of counts) {
    if (count > most) {
      next = most;
      most = count;
      first = entity;
    } else if (count > next) next = count;
  }
  return most >= 2 * next ? first : null;
}
