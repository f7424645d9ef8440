import { isRoleNoun } from "../roles/noun-complement.ts";
import { type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { isAdverb, isClitic, isDeterminer, isPossessive, isPreposition } from "../tokens/word-classes.ts";
import { companionsAt, withCompanions } from "./companions.ts";
import { describe } from "./describe.ts";
import { newEntity } from "./entity.ts";
import { joinedPhrase } from "./joined-phrase.ts";
import { bodyCalled, describedBy } from "./mentioned-before.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { campaignOf } from "./resolve-campaign.ts";
import { resolveName, resolveUnknown } from "./resolve-name.ts";
import { placeOf } from "./resolve-place.ts";
import { holderOf, memberOf, onlyHolderOf } from "./role-holder.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";
import { headNoun, headOf, isOrganizationNoun } from "./source-kind.ts";
import { thoseBefore } from "./those-before.ts";
import { workIn } from "./titled-work.ts";
import { isDefinite, isLead, isOwned, isPair, isUntold } from "./untold.ts";

/** How far back, in characters, "the 45-year-old" looks for whom it means: about three paragraphs of news. */
const topicReach = 1500;

/**
 * Whom a noun phrase means: by a name in it, by a role or noun that somebody named has, or else an actor of its own under
 * the article's words. `written` are the tokens of `span`.
 */
export function resolvePhrase(scene: Scene, span: Span, written: readonly Token[]): Resolution {
  // "that of Foreign Minister Ferrin, who …"; a preposition before a source is none of it.
  const drop = written[1]?.lower === "of" && isDeterminer(written[0]) ? 2 : Number(isPreposition(written[0]));
  const inner = written.length > drop ? written.slice(drop) : written;
  // "The president's" report
  const tokens = inner.length > 1 && isClitic(inner.at(-1)) ? inner.slice(0, -1) : inner;
  const head = headOf(tokens);
  const named =
    workIn(scene, span) ??
    joinedPhrase(scene, tokens, span) ??
    resolveName(scene, tokens) ??
    apposed(scene, tokens) ??
    campaignOf(scene, tokens, span) ??
    placeOf(scene, tokens);
  if (named) return named;
  const others = companionsAt(
    tokens,
    Math.max(
      1,
      head.findIndex(({ lower }) => lower === "and"),
    ),
  );
  const one = others < 0 ? null : resolvePhrase(scene, span, tokens.slice(0, others)).entity;
  if (one?.type === "person") return withCompanions(scene, [one], tokens, others) ?? unresolved;
  const noun = headNoun(head);
  const described =
    isDefinite(head) || isPair(head) || (isRoleNoun(head.at(-1)) && isOwned(tokens, head))
      ? definite(scene, span, head, noun)
      : isLead(scene, span)
        ? foretold(scene, head, noun)
        : null;
  return (
    described ??
    calledSo(scene, span) ??
    resolveUnknown(scene, tokens) ??
    (isUntold(scene, { span, tokens, head, noun })
      ? unresolved
      : { entity: describe(scene, behindPreposition(written, span), noun), rule: "description" })
  );
}

/** "From the harbour committee" without its preposition; in "at least one skipper" there is none. */
const behindPreposition = ([first, second]: readonly Token[], span: Span): Span =>
  first && second && isPreposition(first) && !["least", "most"].includes(second.lower)
    ? [second.start, span[1]]
    : span;

/** "A judge has ruled …": whom the article names later, if only one person has that role. */
function foretold(scene: Scene, head: readonly Token[], noun: string): Resolution | null {
  if (!isRoleNoun(head.at(-1))) return null;
  const only = onlyHolderOf(scene, head, noun);
  return only && { entity: only, rule: "role" };
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
  if (comma <= 0 || isExample(tokens[comma + 1])) return null;
  // "Critics of the plan, Ruiz among them,"
  if (tokens.some(({ lower }, at) => at > comma && lower === "among")) return null;
  const named = resolveName(scene, tokens.slice(comma + 1));
  return named?.entity?.type === "person" ? named : null;
}

/** "Critics, like Ana Ruiz,": who is named is one of many. */
const isExample = (token: Token | undefined): boolean =>
  isPreposition(token) ||
  isAdverb(token) ||
  ["including", "led", "like", "such"].includes(token?.lower ?? "");

/** "The previous poll", "the second official": not the one that was mentioned last. */
const isAnother = (head: readonly Token[]): boolean => head.some(({ lower }) => othernessWords.has(lower));

const othernessWords = new Set(
  "another different earlier fourth new other previous second separate third".split(" "),
);

/**
 * Whom "the minister" or "the company" means, a noun in small letters for a role or a body: as {@link resolvePhrase}, where that is
 * by the rule `role` or `organization-noun`. What it would make an actor of its own, or know by another rule, is unresolved
 * here and is not entered.
 */
export function resolveRoleOrBody(scene: Scene, span: Span, written: readonly Token[]): Resolution {
  const [article, last, other] = written;
  const isBare =
    last?.text === last?.lower && !other && article?.lower === "the" && !scene.roster.isSurname(article.text);
  const noun = last?.lower ?? "";
  const isBody = isOrganizationNoun(noun);
  if (!isBare || !(isBody || isRoleNoun(last))) return resolvePhrase(scene, span, written);
  return (
    campaignOf(scene, written, span) ??
    holding(scene, span, written, noun) ??
    (isBody ? calledByNoun(scene, span, written, noun) : null) ??
    unresolved
  );
}

/** "the minister", "the official", "the company", "the 45-year-old": somebody mentioned before. */
function definite(scene: Scene, span: Span, head: readonly Token[], noun: string): Resolution | null {
  const known = holding(scene, span, head, noun) ?? calledByNoun(scene, span, head, noun);
  if (known) return known;
  const ofAge = [noun, head[1]?.lower ?? ""].some((word) => /^\d+-year-old$/u.test(word));
  if (!ofAge && head[1]?.lower !== "former") return null;
  const topic = scene.timeline
    .before(span[0], span[0] - topicReach + 1)
    .findLast(({ entity, subject }) => subject && entity.type === "person");
  return topic ? { entity: topic.entity, rule: "role" } : null;
}

/** Who holds the role that a description names: one, those who spoke as one, or the member of a party. */
function holding(scene: Scene, span: Span, head: readonly Token[], noun: string): Resolution | null {
  if (isRoleNoun(head.at(-1))) {
    // "His lawyer" is not just anybody's.
    const isHis = isPossessive(head[0]);
    const holder = isHis ? onlyHolderOf(scene, head, noun) : holderOf(scene, span, head, noun);
    if (holder) return { entity: holder, rule: "role" };
  }
  const those = thoseBefore(scene, head, noun, span);
  if (those) return { entity: those, rule: "role" };
  const member = memberOf(scene, span, head);
  return member && { entity: member, rule: "role" };
}

/** What was called by the noun of a description before, or else the body that it fits. */
function calledByNoun(scene: Scene, span: Span, head: readonly Token[], noun: string): Resolution | null {
  const described = isAnother(head) ? null : describedBy(scene, head, noun, span);
  if (described) return { entity: described, rule: "description" };
  const body = isOrganizationNoun(noun) ? bodyCalled(scene, head, noun, span) : null;
  return body && { entity: body, rule: "organization-noun" };
}
