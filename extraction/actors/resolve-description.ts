import firmList from "../lexicons/firm-nouns.json" with { type: "json" };
import selfEvidentList from "../lexicons/self-evident-bodies.json" with { type: "json" };
import { isRoleNoun, isRoleNounWord } from "../roles/noun-complement.ts";
import { type Span, textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isDeterminer, isPreposition } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import { isFirmName } from "./name-run.ts";
import { partyOf } from "./party.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { campaignOf } from "./resolve-campaign.ts";
import { resolveName } from "./resolve-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";
import {
  headNoun,
  headOf,
  isArtefactNoun,
  isOrganizationNoun,
  isUnnamedNoun,
  typeOfDescription,
} from "./source-kind.ts";

const selfEvident = wordSet(selfEvidentList);

/** Nouns that stand for any firm or club that the article has named. */
const firmNouns = wordSet(firmList);

/** Nouns that the name of such a body has too, so that another's is none ("the union"). */
const particularBodies = new Set(["agency", "group", "newspaper", "union"]);

/** How far back, in characters, "the 45-year-old" looks for whom it means: about three paragraphs of news. */
const topicReach = 1500;

/** What the ids of those without a name begin with. */
const unnamedId = "unnamed-";

/** Whether an entity is a source without a name, called by a description. */
export const isUnnamed = ({ id }: Entity): boolean => id.startsWith(unnamedId);

/** The longest description that becomes a name, in code units. */
const longestName = 200;

/**
 * Whom a noun phrase means: by a name in it, by a role or noun that somebody named has, or else an actor of its own under
 * the article's words. `written` are the tokens of `span`.
 */
export function resolvePhrase(scene: Scene, span: Span, written: readonly Token[]): Resolution {
  // "that of Foreign Minister Ferrin, who …"; a preposition before a source is none of it.
  const drop = written[1]?.lower === "of" && isDeterminer(written[0]) ? 2 : Number(isPreposition(written[0]));
  const tokens = written.length > drop ? written.slice(drop) : written;
  const head = headOf(tokens);
  const named = resolveName(scene, tokens) ?? apposed(scene, tokens) ?? campaignOf(scene, tokens);
  if (named) return named;
  const noun = headNoun(head);
  const described =
    isDefinite(head) || (isRoleNoun(head.at(-1)) && isOwned(tokens, head))
      ? definite(scene, span, head, noun)
      : isLead(scene, span)
        ? foretold(scene, head, noun)
        : null;
  return (
    described ??
    calledSo(scene, span) ??
    (isPair(head) ||
    isRoleOfSomebody(scene, head, noun) ||
    isUntold(scene, span, noun) ||
    isBare(scene, tokens, noun)
      ? unresolved
      : { entity: describe(scene, behindPreposition(written, span), noun), rule: "description" })
  );
}

/** "From the harbour committee" without its preposition; in "at least one skipper" there is none. */
const behindPreposition = ([first, second]: readonly Token[], span: Span): Span =>
  first && second && isPreposition(first) && !["least", "most"].includes(second.lower)
    ? [second.span[0], span[1]]
    : span;

/** "Both men", "the two leaders": a pair that was mentioned, of which the phrase does not say whom. */
const isPair = (head: readonly Token[]): boolean =>
  head[0]?.lower === "both" || (isDefinite(head) && head[1]?.lower === "two");

/** "the minister", "that senator", "Connecticut's tax commissioner"; not "the aides", who are many. */
const isDefinite = (head: readonly Token[]): boolean =>
  ["the", "this", "that", "these", "those"].includes(head[0]?.lower ?? "");

/**
 * "The senator" who is nobody that the article has called one: somebody whom it names and this engine cannot tell. "The
 * official", "the spokesman" may well have no name.
 */
const isRoleOfSomebody = ({ cast, author }: Scene, head: readonly Token[], noun: string): boolean =>
  head[0]?.lower === "the" &&
  isRoleNoun(head.at(-1)) &&
  !isUnnamedNoun(noun) &&
  cast.entities.some((entity) => entity.type === "person" && entity !== author);

/** "A judge", "a union" in the lead is somebody whom the article will name, and nothing tells whom. */
const isUntold = (scene: Scene, span: Span, noun: string): boolean =>
  isLead(scene, span) && (isRoleNounWord(noun) || isOrganizationNoun(noun)) && !isUnnamedNoun(noun);

/** "The film", "the bank", with nothing that says which, where nothing before is called so; of many ("the residents") it says all. */
const isBare = ({ cast, author }: Scene, tokens: readonly Token[], noun: string): boolean =>
  tokens.length === 2 &&
  isDefinite(tokens) &&
  !/[^s]s$/u.test(noun) &&
  !selfEvident.has(noun) &&
  !isUnnamedNoun(noun) &&
  cast.entities.some((entity) => entity.type === "person" && entity !== author);

/** "Karsia's tax commissioner": the possessor stands before the head. */
const isOwned = (tokens: readonly Token[], head: readonly Token[]): boolean =>
  tokens.some((token, at) => token === head[0] && isClitic(tokens[at - 1]));

/** Whether a place is among the first words of the article, where people are introduced by what they are. */
const isLead = ({ units }: Scene, span: Span): boolean => span[0] < (units[2]?.span[1] ?? 0);

/** "A judge has ruled …": whom the article names later, if only one person has that role. */
function foretold(scene: Scene, head: readonly Token[], noun: string): Resolution | null {
  if (!isRoleNoun(head.at(-1))) return null;
  const holders = foremostPeople(scene).filter((entity) => isHolder(entity, head, noun));
  const [only] = holders;
  return only && holders.length === 1 ? { entity: only, rule: "role" } : null;
}

/** A description that the user's file of known actors has as a name ("the iron governor"). */
function calledSo({ text, cast }: Scene, span: Span): Resolution | null {
  const known = cast.known.called(textOf(text, span).replace(/\s+/gu, " "));
  if (!known) return null;
  const id = slug(known.name);
  const words = known.name.toLowerCase().split(/\s+/u);
  const entity = cast.once(id, () => newEntity(id, known.name, known.type ?? "person", words, known.ids));
  return { entity, rule: "alias" };
}

/** "his lawyer, Tom Reyes," — the apposition names whom the head only describes. */
function apposed(scene: Scene, tokens: readonly Token[]): Resolution | null {
  const comma = tokens.findIndex((token) => token.text === ",");
  if (comma <= 0) return null;
  const named = resolveName(scene, tokens.slice(comma + 1));
  return named?.entity?.type === "person" ? named : null;
}

/** "the minister", "the official", "the company", "the 45-year-old": somebody mentioned before. */
function definite(scene: Scene, span: Span, head: readonly Token[], noun: string): Resolution | null {
  if (isRoleNoun(head.at(-1))) {
    const holder = holderOf(scene, span, head, noun);
    if (holder) return { entity: holder, rule: "role" };
  }
  const described = describedBy(scene, noun, span);
  if (described) return { entity: described, rule: "description" };
  const body = isOrganizationNoun(noun) ? bodyCalled(scene, noun, span) : null;
  if (body) return { entity: body, rule: "organization-noun" };
  const ofAge = [noun, head[1]?.lower ?? ""].some((word) => /^\d+-year-old$/u.test(word));
  if (!ofAge && head[1]?.lower !== "former") return null;
  const topic = scene.timeline
    .before(span[0], span[0] - topicReach + 1)
    .findLast(({ entity, subject }) => subject && entity.type === "person");
  return topic ? { entity: topic.entity, rule: "role" } : null;
}

/** The person last mentioned whose role has this noun, else the only one of the party named, else the only one at all. */
function holderOf(scene: Scene, span: Span, head: readonly Token[], noun: string): Entity | null {
  const before = scene.timeline.before(span[0]);
  const last = before.findLast(({ entity }) => isHolder(entity, head, noun));
  if (last) return last.entity;
  const holders = foremostPeople(scene).filter((entity) => isHolder(entity, head, noun));
  return holders.length === 1 ? (holders[0] ?? null) : candidateOf(scene, head, noun);
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

/** A source without a name called again by its noun: "a senior official", later "the official"; a study, later "the paper". */
function describedBy(scene: Scene, noun: string, span: Span): Entity | null {
  const before = scene.timeline.before(span[0]).filter(({ entity }) => isUnnamed(entity));
  const same = before.findLast(({ entity }) => entity.words.at(-1) === noun);
  if (same) return same.entity;
  if (!isArtefactNoun(noun)) return null;
  return before.findLast(({ entity }) => isArtefactNoun(entity.words.at(-1) ?? ""))?.entity ?? null;
}

/** The organisation that the noun fits: its name has the noun, or the noun means any firm and one stands out near by. */
function bodyCalled(scene: Scene, noun: string, span: Span): Entity | null {
  const before = scene.timeline.before(span[0]).map(({ entity }) => entity);
  const bodies = before.filter((entity) => entity.type === "organization" && !isUnnamed(entity));
  const exact = bodies.findLast(({ words }) => words.includes(noun));
  if (exact) return exact;
  if (!firmNouns.has(noun) || particularBodies.has(noun)) return null;
  const firms = bodies.filter(({ words }) => isFirmName(words));
  const firm = foremostOf(firms.length > 0 ? firms : bodies);
  if (firm || bodies.length > 0) return firm;
  // A name of unclear kind, if no body is there that could be the firm, is one.
  const unclear = before.findLast(({ type, evident }) => type === "person" && !evident);
  if (unclear) unclear.type = "organization";
  return unclear ?? null;
}

/** The one that is mentioned at least twice as often as any other. */
function foremostOf(entities: readonly Entity[]): Entity | null {
  const often = [...Map.groupBy(entities, (entity) => entity)].sort((a, b) => b[1].length - a[1].length);
  const [first, second] = often;
  return first && first[1].length >= 2 * (second?.[1].length ?? 0) ? first[0] : null;
}

/** A source without a name is an actor of this article, by the article's own words for it. */
export function describe(scene: Scene, span: Span, noun: string): Entity {
  const name = textOf(scene.text, span).replace(/\s+/gu, " ").replace(/,$/u, "");
  const id = `${unnamedId}${slug(name.replace(/^(?:the|a|an)\s+/iu, "")) || "source"}`;
  const plural = /[^s]s$/u.test(noun) || ["people", "others", "many"].includes(noun);
  return scene.cast.once(id, () => ({
    ...newEntity(id, shortened(name), typeOfDescription(noun, plural), [noun]),
    gender: genderOf(name, undefined),
  }));
}

const shortened = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName).toWellFormed().trimEnd()}…` : name;
