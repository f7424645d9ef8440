import type { Entity } from "../actors/entity.ts";
import { type Gender, genderOfPronoun } from "../actors/gender.ts";
import { pronounCandidates } from "../actors/pronoun-candidates.ts";
import { resolvePhrase } from "../actors/resolve-description.ts";
import type { Scene } from "../actors/scene.ts";
import { isOrganizationNoun } from "../actors/source-kind.ts";
import type { Mention } from "../actors/timeline.ts";
import { firstFrom } from "../first-from.ts";
import courtesyList from "../lexicons/courtesy-titles.json" with { type: "json" };
import { isRoleNounWord } from "../roles/noun-complement.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { agreeingVerb } from "./agreeing-verb.ts";
import type { ClaimWord } from "./claim-word.ts";
import {
  hasNounBefore,
  hasPersonBefore,
  isDescribed,
  isEmpty,
  isNested,
  isOwning,
  isPointing,
} from "./pronoun-place.ts";
import type { Rewording } from "./rewording.ts";

/** What the words of a claim are looked up in. */
export interface Meaning {
  readonly scene: Scene;
  /** Whose claim it is. */
  readonly actor: Entity | null;
  /** Whether it is told in the reporter's words: "he" may be the speaker. */
  readonly reported: boolean;
  /** Where what its speaker says in quotation marks begins, before the claim; `null` where it is told. */
  readonly said: number | null;
  /** Whether the speaker's name is put before it: "her" then reads as the speaker's. */
  readonly framed: boolean;
}

const courtesy = wordSet(courtesyList);
const possessive: ReadonlySet<string> = new Set(["my", "our", "his", "her", "its", "their", "mine", "ours"]);
/** Words that stand for something said before which no actor's name can stand for. */
const pointing: ReadonlySet<string> = new Set(["here", "such", "these", "those", "neither", "none", "nor"]);
/** Nouns that stand for the one firm or club that an article is about. */
const firms: ReadonlySet<string> = new Set([
  "company",
  "firm",
  "club",
  "bank",
  "carrier",
  "airline",
  "union",
]);
/** Those of them that an article seldom has two of. */
const businesses: ReadonlySet<string> = new Set(["company", "firm", "carrier", "airline"]);
/** Verbs that are none without another: "nobody can". */
const helpers: ReadonlySet<string> = new Set([
  "can",
  "could",
  "will",
  "would",
  "be",
  "do",
  "does",
  "did",
  "to",
  "have",
  "has",
  "am",
]);

const speakers: ReadonlySet<string> = new Set("i me my mine myself we us our ours ourselves".split(" "));
const persons: ReadonlySet<string> = new Set("he him his himself she her hers herself".split(" "));
const things: ReadonlySet<string> = new Set("it its itself they them their themselves".split(" "));
/** All words that may stand for something; most words of a claim are none. */
const standing: ReadonlySet<string> = new Set([
  ...[...speakers, ...persons, ...things, ...pointing],
  ...["that", "this", "one", "the"],
]);

/** A claim's pronouns, roles and parts of names, each with whom it means: a name, or `null` where that would be a guess. */
export function whomWordsMean(words: readonly ClaimWord[], meaning: Meaning): Rewording[] {
  const { scene, actor } = meaning;
  const found: Rewording[] = [];
  const named = namesIn(words, scene, found);
  const pronouns = new Set<string>();
  const last = words.findLastIndex(({ isWord }) => isWord);
  for (const [index, word] of words.entries()) {
    const { lower, span } = word;
    if (!standing.has(lower) && index !== last && !lower.includes("'")) continue;
    const first = index === 0 || (index === 1 && words[0]?.lower === "that");
    const guess = (): void => void found.push({ span, words: null });
    if (index === last && index > 0 && helpers.has(lower)) {
      guess();
      continue;
    }
    if (found.some((one) => one.span[0] <= span[0] && span[1] <= one.span[1])) continue;
    if (speakers.has(lower)) {
      if (isNested(words, index, scene.text)) continue;
      const several = /^(?:we|us|our)/u.test(lower);
      if (
        !actor ||
        !isNamed(actor) ||
        (several && actor.type === "person") ||
        (actor.type === "author" && several)
      )
        guess();
      else putName(actor);
    } else if (/^(?:i|we|you|he|she|it|they)'/u.test(lower)) {
      guess();
    } else if (persons.has(lower)) {
      const gender = genderOfPronoun(lower) ?? null;
      const inside = named.some(
        ({ at, entity }) => at < index && entity.type === "person" && (entity.gender ?? gender) === gender,
      );
      if (inside || hasPersonBefore(words, index) || pronouns.has(gender ?? "") || lower.endsWith("self"))
        continue;
      const own = meaning.reported && actor?.type === "person" && (actor.gender ?? gender) === gender;
      if (own && meaning.framed) continue;
      const who = own ? actor : likeliest(word, "person");
      pronouns.add(gender ?? "");
      if (who && isNamed(who)) putName(who);
      else guess();
    } else if (things.has(lower)) {
      const one = lower.startsWith("it");
      const kind = one ? "it" : "they";
      if (
        pronouns.has(kind) ||
        hasNounBefore(words, index, one) ||
        lower === "itself" ||
        lower.endsWith("selves")
      )
        continue;
      if (one && isEmpty(words, index)) continue;
      pronouns.add(kind);
      const fits =
        actor &&
        (actor.type === "organization" ||
          actor.type === "group" ||
          actor.type === "place" ||
          // Whom nothing but the form of the name makes a person.
          (one && actor.type === "person" && (!actor.evident || actor.thing)));
      const who = fits && meaning.reported && first ? actor : one && first ? opener(word) : null;
      if (who && isNamed(who)) putName(who);
      else guess();
    } else if (lower === "that" || lower === "this") {
      if (isPointing(words, index, first)) guess();
    } else if (
      (pointing.has(lower) && !isDescribed(words, index)) ||
      (first && lower === "one" && words[index + 1]?.lower === "that")
    )
      guess();
    else if (lower === "the") describe(index);

    function putName(entity: Entity): void {
      const owns = possessive.has(lower) && (lower !== "her" || isOwning(words, index));
      const verb = owns ? null : agreeingVerb(words, index);
      const name = owns ? `${entity.name}${/s$/u.test(entity.name) ? "’" : "’s"}` : entity.name;
      const between = words[index + 1];
      if (verb && between && verb.span[0] === between.span[0])
        found.push({ span: [span[0], verb.span[1]], words: `${name} ${verb.words}` });
      else found.push({ span, words: name }, ...(verb ? [verb] : []));
    }
  }
  return found;

  /** "The minister", "the company": a role or a body that the article has named. */
  function describe(index: number): void {
    const [article, noun, next] = words.slice(index, index + 3);
    if (!article || !noun || !(isRoleNounWord(noun.lower) || isOrganizationNoun(noun.lower))) return;
    if (next && (next.lower === "of" || /^NN/u.test(next.tag ?? "") || /^\p{Lu}/u.test(next.text))) return;
    const span: Span = [article.span[0], noun.span[1]];
    const resolved = resolvePhrase(scene, span, tokenise(scene.text, span, []));
    const body = businesses.has(noun.lower) ? bodyTheArticleIsAbout(scene.roster.mentions, span[0]) : null;
    const { entity, rule } =
      body && resolved.entity !== actor ? { entity: body, rule: "organization-noun" } : resolved;
    if (!entity || !isNamed(entity) || entity === scene.author) return;
    if (rule !== "role" && rule !== "organization-noun") return;
    // "The team" that found something is not the institute named before.
    if (rule === "organization-noun" && !firms.has(noun.lower) && !entity.words.includes(noun.lower)) return;
    if (named.some((one) => one.entity === entity)) return;
    found.push({ span, words: entity.name });
  }

  function likeliest(word: ClaimWord, kind: "person" | "body"): Entity | null {
    const at = firstFrom(scene.units, word.span[0] + 1, ({ span }) => span[0]) - 1;
    const unit = scene.units[at];
    if (!unit) return null;
    const gender = genderOfPronoun(word.lower) ?? null;
    const pronoun = { span: word.span, unit, kind, gender, asker: null, speaker: null };
    const inQuote = meaning.said ? personIn(meaning.said, word, gender) : undefined;
    if (inQuote !== undefined) return inQuote;
    // Who speaks in quotation marks is "I", not "he".
    const candidates = pronounCandidates(scene, pronoun).filter(({ entity }) => entity !== actor);
    return candidates.length > 0 ? (scene.choose(candidates, pronoun)?.entity ?? null) : null;
  }

  /**
   * The one person whom a speaker has named before the pronoun, the one whom they named without a name (`null`: that is a
   * guess), or nobody (`undefined`).
   */
  function personIn(from: number, word: ClaimWord, gender: Gender | null): Entity | null | undefined {
    const until = word.span[0];
    const { mentions } = scene.roster;
    const fitting: Mention[] = [];
    for (let at = firstFrom(mentions, from, ({ span }) => span[0]); at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.span[1] > until) break;
      const { entity } = mention;
      if (entity.type === "person" && entity !== actor && (entity.gender ?? gender) === gender)
        fitting.push(mention);
    }
    const last = fitting.at(-1);
    const nameless = [...scene.text.slice(last?.span[1] ?? from, until).matchAll(/\ban? (\p{L}+)/gu)];
    if (nameless.some(([, noun = ""]) => isRoleNounWord(noun))) return null;
    return last && fitting.every(({ entity }) => entity === last.entity) ? last.entity : undefined;
  }

  /** "It" at the head of a sentence: the body that the sentence before is about. */
  function opener(word: ClaimWord): Entity | null {
    const at = firstFrom(scene.units, word.span[0] + 1, ({ span }) => span[0]) - 1;
    const before = scene.units[word.span[0] - (scene.units[at]?.span[0] ?? 0) > 2 ? at : at - 1];
    if (!before || isQuoted(word)) return null;
    const [mention] = scene.timeline.named(before.span[0], word.span[0]);
    if (!mention || mention.span[0] - before.span[0] > 4) return null;
    const { type, evident, thing } = mention.entity;
    return type === "person" && evident && !thing ? null : mention.entity;
  }

  function isQuoted({ span }: ClaimWord): boolean {
    return /["“«„‘]\s*$/u.test(scene.text.slice(Math.max(0, span[0] - 3), span[0]));
  }
}

/** Has a name that a reader knows without the article. */
const isNamed = ({ id, type, name }: Entity): boolean =>
  !id.startsWith("unnamed-") && name !== "" && (type !== "author" || /\s/u.test(name));

interface NameInside {
  readonly at: number;
  readonly entity: Entity;
}

/** The names in a claim; a part of a name is put down to be written in full, unless the claim has the full name. */
function namesIn(words: readonly ClaimWord[], scene: Scene, found: Rewording[]): NameInside[] {
  const { mentions } = scene.roster;
  const named: NameInside[] = [];
  const start = words[0]?.span[0] ?? 0;
  const end = words.at(-1)?.span[1] ?? 0;
  for (let at = firstFrom(mentions, start, ({ span }) => span[0]); at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || mention.span[1] > end) break;
    const index = words.findIndex(({ span }) => span[0] === mention.span[0]);
    if (index >= 0) named.push({ at: index, entity: mention.entity });
    const printed = scene.text.slice(...mention.span);
    const { name } = mention.entity;
    const known = named.filter(({ entity }) => entity === mention.entity).length > 1;
    const isPart =
      printed.length < name.length &&
      printed
        .split(/\s+/u)
        .every((word) => /\.$/u.test(word) || courtesy.has(word.toLowerCase()) || name.includes(word));
    if (index >= 0 && isPart && !known && isNamed(mention.entity))
      found.push({ span: mention.span, words: name });
  }
  return named;
}

/** The organisation that is named twice at least before `at`, and twice as often as any other; `null` where there is none. */
function bodyTheArticleIsAbout(mentions: readonly Mention[], at: number): Entity | null {
  const counts = new Map<Entity, number>();
  for (const { span, entity } of mentions) {
    if (span[0] >= at) break;
    if (entity.type === "organization") counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}
