import firmList from "../lexicons/firm-nouns.json" with { type: "json" };
import { isRoleNoun } from "../roles/noun-complement.ts";
import { type Span, textOf } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isDeterminer, isPossessive } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import { isFirmName } from "./name-run.ts";
import type { Resolution } from "./resolution.ts";
import { resolveName } from "./resolve-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";
import { headNoun, headOf, isOrganizationNoun, typeOfDescription } from "./source-kind.ts";

/** Nouns that stand for any firm or club that the article has named. */
const firmNouns = wordSet(firmList);

/** How far back, in characters, "the 45-year-old" looks for whom it means: about three paragraphs of news. */
const topicReach = 1500;

/** The longest description that becomes a name, in code units. */
const longestName = 200;

/**
 * Whom a noun phrase means: by a name in it, by a role or noun that somebody named before has, or else an actor
 * of its own under the article's words. `written` are the tokens of `span`.
 */
export function resolvePhrase(scene: Scene, span: Span, written: readonly Token[]): Resolution {
  // "that of Foreign Minister Ferrin, who …"
  const tokens = written[1]?.lower === "of" && isDeterminer(written[0]) ? written.slice(2) : written;
  const head = headOf(tokens);
  const named = resolveName(scene, tokens) ?? apposed(scene, tokens, head);
  if (named) return named;
  const noun = headNoun(head);
  const again =
    head[0]?.lower === "the" && head.length === tokens.length ? definite(scene, span, head, noun) : null;
  return again ?? calledSo(scene, span) ?? { entity: describe(scene, span, noun), rule: "description" };
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
function apposed(scene: Scene, tokens: readonly Token[], head: readonly Token[]): Resolution | null {
  const comma = tokens.findIndex((token) => token.text === ",");
  if (comma <= 0) return null;
  if (!isRoleNoun(head.at(-1)) && !isDeterminer(head[0]) && !isPossessive(head[0])) return null;
  const named = resolveName(scene, headOf(tokens.slice(comma + 1)));
  return named?.entity?.type === "person" ? named : null;
}

/** "the minister", "the official", "the company", "the 45-year-old": somebody mentioned before. */
function definite(scene: Scene, span: Span, head: readonly Token[], noun: string): Resolution | null {
  const holder = isRoleNoun(head.at(-1)) ? holderOf(scene, noun, span) : null;
  if (holder) return { entity: holder, rule: "role" };
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

/** The person last mentioned whose role has this noun. */
function holderOf(scene: Scene, noun: string, span: Span): Entity | null {
  const holds = ({ type, roles }: Entity): boolean =>
    type === "person" &&
    roles.some((role) =>
      role
        .toLowerCase()
        .split(/[\s-]+/u)
        .includes(noun),
    );
  return scene.timeline.before(span[0]).findLast(({ entity }) => holds(entity))?.entity ?? null;
}

/** A source without a name called again by its noun: "a senior official", later "the official". */
function describedBy(scene: Scene, noun: string, span: Span): Entity | null {
  const before = scene.timeline.before(span[0]);
  return (
    before.findLast(({ entity }) => entity.type === "unnamed" && entity.words.includes(noun))?.entity ?? null
  );
}

/** The organisation last mentioned that the noun fits: its name has the noun, or the noun means any firm. */
function bodyCalled(scene: Scene, noun: string, span: Span): Entity | null {
  const before = scene.timeline.before(span[0]).map(({ entity }) => entity);
  const bodies = before.filter(({ type }) => type === "organization");
  const exact = bodies.findLast(({ words }) => words.includes(noun));
  if (exact) return exact;
  if (!firmNouns.has(noun)) return null;
  const firm = bodies.findLast(({ words }) => isFirmName(words)) ?? bodies.at(-1);
  if (firm) return firm;
  // A name of unclear kind, if no body is there that could be the firm, is one.
  const unclear = before.findLast(({ type, evident }) => type === "person" && !evident);
  if (unclear) unclear.type = "organization";
  return unclear ?? null;
}

/** A source without a name is an actor of this article, by the article's own words for it. */
export function describe(scene: Scene, span: Span, noun: string): Entity {
  const name = textOf(scene.text, span).replace(/\s+/gu, " ").replace(/,$/u, "");
  const id = `unnamed-${slug(name.replace(/^(?:the|a|an)\s+/iu, "")) || "source"}`;
  const plural = /[^s]s$/u.test(noun) || ["people", "others", "many"].includes(noun);
  return scene.cast.once(id, () => ({
    ...newEntity(id, shortened(name), typeOfDescription(noun, plural), [noun]),
    gender: genderOf(name, undefined),
  }));
}

const shortened = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName).toWellFormed().trimEnd()}…` : name;
