import type { Token } from "../tokens/token.ts";
import { isCapitalised } from "../tokens/word-classes.ts";
import type { Entity } from "./entity.ts";
import { type Gender, genderOf, genderOfPronoun } from "./gender.ts";
import type { NameRun } from "./name-run.ts";
import type { Mention } from "./timeline.ts";

/** How many mentions back the one named last is looked for. */
const mostMentions = 400;

/** What tells people of one name apart where one of them is named. */
export interface Surroundings {
  /** Who was mentioned before, in order. */
  readonly mentions: readonly Mention[];
  /** The gender of the pronouns of the sentence, where they agree. */
  readonly gender: Gender;
}

/** Among people of one name, the one whose title fits, then whom "he" or "she" of the sentence fits, else the foremost. */
export function whoOfOneName(
  candidates: readonly Entity[],
  run: NameRun,
  { mentions, gender: around }: Surroundings = { mentions: [], gender: null },
): Entity | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  const titled = genderOf(run.title, undefined);
  const gender = titled ?? around;
  const role = titled === null ? run.title?.toLowerCase() : undefined;
  const held = candidates.filter((entity) => holds(entity, role));
  const fitting = [
    held.filter((entity) => entity.evident && isOf(entity, gender)),
    held.filter((entity) => entity.evident),
    held,
  ].find((some) => some.length > 0);
  return foremost(mostInFull(fitting ?? candidates), mentions);
}

const isOf = (entity: Entity, gender: Gender): boolean =>
  gender === null || entity.gender === null || entity.gender === gender;

const holds = ({ roles }: Entity, role: string | undefined): boolean =>
  !role || roles.some((known) => known.toLowerCase().includes(role));

/** The longest joint between two names of a list, " and ", in code units. */
const longestJoint = 5;

/** The one who was the subject of a sentence last, nobody where that was both; else the one named first. */
function foremost(pool: readonly Entity[], mentions: readonly Mention[]): Entity | null {
  let first: Entity | null = null;
  for (let at = mentions.length - 1; at >= Math.max(0, mentions.length - mostMentions); at--) {
    const { entity, subject } = mentions[at] ?? {};
    if (!entity || !pool.includes(entity)) continue;
    if (subject) return isJoined(mentions[at - 1], mentions[at], pool) ? null : entity;
    first = entity;
  }
  return first ?? pool[0] ?? null;
}

/** "Ana Ruiz and Tom Ruiz": whether the mention before is another of them and joined to this one. */
const isJoined = (
  before: Mention | undefined,
  mention: Mention | undefined,
  pool: readonly Entity[],
): boolean =>
  !!before &&
  !!mention &&
  before.entity !== mention.entity &&
  pool.includes(before.entity) &&
  mention.span[0] - before.span[1] <= longestJoint;

/** Those whom the article names in full more than twice as often as any other; all where nobody stands out so. */
function mostInFull(entities: readonly Entity[]): readonly Entity[] {
  const most = Math.max(...entities.map(({ inFull }) => inFull));
  return entities.filter(({ inFull }) => inFull * 2 > most);
}

/**
 * The gender that "he" or "she" of a sentence asks for; where there is neither, that of "his" or "her" behind the name at
 * `last` with no other name between. `null` where there is none of them, or both.
 */
export function genderIn(tokens: readonly Token[], last: number): Gender {
  const hasHim = tokens.some(({ lower }) => lower === "he");
  const hasHer = tokens.some(({ lower }) => lower === "she");
  if (hasHim || hasHer) return hasHim === hasHer ? null : hasHim ? "male" : "female";
  const next = tokens.slice(last + 1).find((token) => isCapitalised(token) || genderOfPronoun(token.lower));
  return (next && genderOfPronoun(next.lower)) ?? null;
}
