import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isPreposition } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import { isSuffix } from "./fullest-name.ts";
import { nameRuns } from "./name-run.ts";
import type { Resolution } from "./resolution.ts";
import { compound, resolveName } from "./resolve-name.ts";
import { whoOfOneName } from "./same-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/** Nouns for the body around a person that is called by the person's name; a closed choice of political news. */
const bodies = new Set(["administration", "campaign", "team"]);

/** "Ana Ruiz's campaign", "the Ruiz campaign": one body, called by the surname. `null` for any other source. */
export function campaignOf(scene: Scene, tokens: readonly Token[], span: Span): Resolution | null {
  const last = tokens.at(-1);
  if (!last || !bodies.has(last.lower)) return null;
  const and = tokens.findLastIndex(({ lower }) => lower === "and");
  if (and > 0) return joinedWith(scene, tokens, and, span);
  // "An advertisement from Ruiz's campaign" is none.
  if (tokens.some((token, at) => at > 0 && isPreposition(token))) return null;
  const isLone = tokens.length === 2 && tokens[0]?.lower === "the";
  const leader = isLone ? lastLeader(scene, last.lower, span) : leaderNamed(scene, tokens);
  if (leader?.type !== "person") return null;
  // "Ruiz's team" of a candidate is the campaign.
  const campaign = nameOf(leader, "campaign");
  const isCampaign = last.lower === "team" && (isCandidate(leader) || scene.cast.has(slug(campaign)));
  const name = isCampaign ? campaign : nameOf(leader, last.lower);
  const words = name.toLowerCase().split(" ");
  const entity = scene.cast.once(slug(name), () => newEntity(slug(name), name, "organization", words));
  return { entity, rule: "organization-noun" };
}

/** "Tom Falk and the Ruiz administration": both. */
function joinedWith(scene: Scene, tokens: readonly Token[], and: number, span: Span): Resolution | null {
  const left = resolveName(scene, tokens.slice(0, and))?.entity;
  const right = campaignOf(scene, tokens.slice(and + 1), span)?.entity;
  return left && right ? { entity: compound(scene, [left, right]), rule: "compound" } : null;
}

const nameOf = ({ name }: Entity, body: string): string =>
  `${name.split(/\s+/u).findLast((word) => !isSuffix(word)) ?? name} ${body}`;

function leaderNamed(scene: Scene, tokens: readonly Token[]): Entity | null {
  const run = nameRuns(tokens).findLast(({ words }) => words.length > 0);
  const behind = run && tokens.slice(run.last + 1, -1);
  if (!run || !behind?.every((token) => isClitic(token) || token.lower === "presidential")) return null;
  return whoOfOneName(scene.roster.candidates(run), run);
}

/** "The campaign" that was not spoken of last: that of the candidate who is the subject of a sentence since. */
function lastLeader(scene: Scene, body: string, span: Span): Entity | null {
  for (const { entity, subject } of scene.timeline.before(span[0]).toReversed()) {
    if (entity.type === "organization" && entity.words.at(-1) === body) return null;
    if (subject && isCandidate(entity)) return entity;
  }
  return null;
}

const isCandidate = ({ type, roles, party }: Entity): boolean =>
  type === "person" &&
  (party !== null || roles.some((role) => /\b(?:candidate|nominee|contender)$/iu.test(role)));
