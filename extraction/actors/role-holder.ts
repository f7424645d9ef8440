import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import type { Entity } from "./entity.ts";
import { partyOf } from "./party.ts";
import type { Scene } from "./scene.ts";

/** The person last mentioned whose role has this noun, else the only one of the party named, else the only one at all. */
export function holderOf(scene: Scene, span: Span, head: readonly Token[], noun: string): Entity | null {
  // "The former first lady and senator" has been both, and of one alone it does not tell.
  if (head.some(({ lower }) => lower === "and")) return null;
  const before = scene.timeline.before(span[0]);
  const last = before.findLast(({ entity }) => isHolder(entity, head, noun));
  if (last) return last.entity;
  return onlyHolderOf(scene, head, noun) ?? candidateOf(scene, head, noun);
}

/** The person with this role, if the article has only one. */
export function onlyHolderOf(scene: Scene, head: readonly Token[], noun: string): Entity | null {
  const holders = foremostPeople(scene).filter((entity) => isHolder(entity, head, noun));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** "The Democratic nominee": of those whom the article puts in that party, the one it names most. */
function candidateOf(scene: Scene, head: readonly Token[], noun: string): Entity | null {
  const asked = partyNamed(head);
  if (asked === null || !["candidate", "contender", "hopeful", "nominee"].includes(noun)) return null;
  if (head.some(({ lower }) => lower.startsWith("vice"))) return null;
  const people = foremostPeople(scene);
  let most: Entity | null = null;
  for (const entity of people) {
    if (entity.party !== asked) continue;
    if (!most || entity.mentions.length > most.mentions.length) most = entity;
  }
  // A nominee is one of those whom the article is about.
  const busier = people.filter(({ mentions }) => mentions.length > (most?.mentions.length ?? 0));
  return busier.length < 2 ? most : null;
}

/** How many of an article's people are asked whether a description fits; it keeps the time linear. */
const mostPeople = 100;

/** The people whom the article names first. */
const foremostPeople = ({ cast }: Scene): readonly Entity[] =>
  cast.entities.slice(0, mostPeople).filter(({ type }) => type === "person");

/** The party that a description names, or `null`. */
const partyNamed = (head: readonly Token[]): string | null =>
  head.map(({ text }) => partyOf(text)).find((one) => one !== null) ?? null;

/** Whether a person has the role that a description names, and is of no other party than it says. */
function isHolder({ type, roles, party }: Entity, head: readonly Token[], noun: string): boolean {
  if (type !== "person") return false;
  const asked = partyNamed(head);
  if (asked !== null && party !== null && asked !== party) return false;
  const below = head.some(({ lower }) => /^vice\b|running/u.test(lower));
  return roles.some((role) => {
    const words = role.toLowerCase().split(/[\s-]+/u);
    // Asked for the president, the vice president is none.
    return words.includes("vice") === below && words.some((word) => (writtenOut[word] ?? word) === noun);
  });
}

/** Titles as the nouns that stand for them. */
const writtenOut: Readonly<Record<string, string>> = {
  "col.": "colonel",
  "gen.": "general",
  "gov.": "governor",
  justice: "judge",
  "lt.": "lieutenant",
  "prof.": "professor",
  "rep.": "representative",
  "rev.": "reverend",
  "sen.": "senator",
  "sgt.": "sergeant",
};
