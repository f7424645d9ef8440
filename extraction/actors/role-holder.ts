import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import type { Entity } from "./entity.ts";
import { partyOf } from "./party.ts";
import { placeAt } from "./place-names.ts";
import type { Scene } from "./scene.ts";
import type { Mention } from "./timeline.ts";

/** The person last mentioned whose role has this noun, else the only one of the party named, else the only one at all. */
export function holderOf(scene: Scene, span: Span, head: readonly Token[], noun: string): Entity | null {
  // "The former first lady and senator" has been both, and of one alone it does not tell.
  if (head.some(({ lower }) => lower === "and")) return null;
  const before = scene.timeline.before(span[0]);
  const isHolder = holderTest(head, noun);
  const last = before.findLast(({ entity }) => isHolder(entity));
  const place = placeNamed(head);
  if (last) return sharedOffices.has(noun) && isOvertaken(last, before, place) ? null : last.entity;
  const local = place === null ? null : before.findLast(({ entity }) => isFrom(entity, place));
  if (local) return local.entity;
  return onlyHolderOf(scene, head, noun) ?? candidateOf(scene, head, noun);
}

/** Offices that several of an article's people may have; a closed choice of political news. */
const sharedOffices = new Set([
  ...[
    "candidate",
    "congressman",
    "congresswoman",
    "governor",
    "lawmaker",
    "nominee",
    "representative",
    "senator",
  ],
]);

/**
 * "The senator" after somebody else was spoken of, of whom no role is told and who may be one too; not where the holder
 * is known to stand for the place that is asked for.
 */
function isOvertaken(last: Mention, before: readonly Mention[], place: string | null): boolean {
  if (place !== null && last.entity.home === place) return false;
  const since = before.findLast(({ entity, subject }) => subject && entity.type === "person");
  if (!since || since.span[0] <= last.span[0] || since.entity === last.entity) return false;
  return since.entity.evident && since.entity.roles.length === 0;
}

/** Whether a person of whom no role is told stands for a place. */
const isFrom = ({ type, home, roles }: Entity, place: string): boolean =>
  type === "person" && home === place && roles.length === 0;

/** The place that a description names, or `null`. */
const placeNamed = (head: readonly Token[]): string | null => {
  for (let at = 0; at < head.length; at++) {
    const place = placeAt(head, at);
    if (place !== null) return place;
  }
  return null;
};

/**
 * "The Republican": the only person of the party among those mentioned near by, unless somebody of unknown party was
 * spoken of since. "The Karsia Republican": the last of those who stand for the place, and nobody where the article
 * does not say who does.
 */
export function memberOf(scene: Scene, span: Span, head: readonly Token[]): Entity | null {
  const party = partyNamed(head.slice(-1));
  if (party === null) return null;
  const place = placeNamed(head);
  const people = scene.timeline
    .before(span[0], span[0] - memberReach + 1)
    .filter(({ entity }) => entity.type === "person" && (entity.party ?? party) === party);
  if (place !== null) return people.findLast(({ entity }) => entity.home === place)?.entity ?? null;
  const members = new Set(people.flatMap(({ entity }) => (entity.party === null ? [] : [entity])));
  const [only, other] = members;
  if (!only || other) return null;
  const since = people.slice(people.findLastIndex(({ entity }) => entity === only) + 1);
  return since.some(({ entity, subject }) => subject && entity.evident) ? null : only;
}

/** How far back, in code units, "the Republican" looks for whom it means: about three paragraphs of news. */
const memberReach = 1500;

/** The person with this role, if the article has only one. */
export function onlyHolderOf(scene: Scene, head: readonly Token[], noun: string): Entity | null {
  const holders = foremostPeople(scene).filter(holderTest(head, noun));
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

/** What a description says of an office besides its noun. */
interface AskedOffice {
  readonly place: string | null;
  readonly party: string | null;
  /** Whether the vice president or a running mate is asked for. */
  readonly below: boolean;
}

/**
 * The test whether a person has the role that a description names, and is of no other party than it says. The description is
 * read once, and only where somebody has a role at all.
 */
export function holderTest(head: readonly Token[], noun: string): (entity: Entity) => boolean {
  let asked: AskedOffice | undefined;
  return ({ type, roles, party, home }) => {
    if (type !== "person" || roles.length === 0) return false;
    asked ??= {
      place: placeNamed(head),
      party: partyNamed(head),
      below: head.some(({ lower }) => /^vice\b|running/u.test(lower)),
    };
    if (asked.place !== null && home !== null && home !== asked.place) return false;
    if (asked.party !== null && party !== null && asked.party !== party) return false;
    const { below } = asked;
    return roles.some((role) => {
      const words = role.toLowerCase().split(/[\s-]+/u);
      // Asked for the president, the vice president is none.
      return (
        words.includes("vice") === below && words.some((word) => isOffice(writtenOut[word] ?? word, noun))
      );
    });
  };
}

/** Whether an office is called by a noun: a representative is a congresswoman and a lawmaker too. */
const isOffice = (office: string, noun: string): boolean =>
  office === noun || (offices[office]?.includes(noun) ?? false);

/** What else the holders of an office are called. */
const offices: Readonly<Record<string, readonly string[]>> = {
  attorney: ["lawyer"],
  congressman: ["lawmaker", "representative"],
  congresswoman: ["lawmaker", "representative"],
  lawyer: ["attorney"],
  representative: ["congressman", "congresswoman", "lawmaker"],
  senator: ["lawmaker"],
};

/** Titles as the nouns that stand for them. */
const writtenOut: Readonly<Record<string, string>> = {
  "col.": "colonel",
  congressmen: "congressman",
  "gen.": "general",
  "gov.": "governor",
  "govs.": "governor",
  justice: "judge",
  "lt.": "lieutenant",
  "prof.": "professor",
  "rep.": "representative",
  "reps.": "representative",
  "rev.": "reverend",
  "sen.": "senator",
  senators: "senator",
  "sens.": "senator",
  "sgt.": "sergeant",
};
