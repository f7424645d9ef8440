import type { Draft } from "../linking/draft.ts";
import { tokensOfSpan } from "../roles/tokens-of-span.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isPronoun } from "../tokens/word-classes.ts";
import type { Cast } from "./cast.ts";
import { type Entity, newEntity } from "./entity.ts";
import { genderOfPronoun } from "./gender.ts";
import { withoutOpeningClause } from "./opening-clause.ts";
import { absent, type Resolution, unresolved } from "./resolution.ts";
import { resolvePhrase } from "./resolve-description.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { resolveRelative } from "./resolve-relative.ts";
import { intervieweeOf, resolveTurn } from "./resolve-turn.ts";
import type { Scene } from "./scene.ts";

/** Words for people at large. */
const people = new Set(["anybody", "anyone", "everybody", "everyone", "nobody", "one", "people", "you"]);

/** Words that point to several who were mentioned, or to people at large, and do not tell to whom. */
const pointingWords = new Set(["all", "both", "each", "neither", "our", "this", "us", "we"]);

const isNoOne = (tokens: readonly Token[]): boolean =>
  tokens.length === 2 && tokens[0]?.lower === "no" && tokens[1]?.lower === "one";

/** "You never know", "everyone says": nobody in particular. */
const peopleAtLarge = (cast: Cast): Entity =>
  cast.once("unnamed-people", () => newEntity("unnamed-people", "people", "group", ["people"]));

/** Resolves the sources of one article in reading order, since pronouns depend on who came before. */
export class Resolver {
  readonly #scene: Scene;
  readonly #done = new Map<Draft, Resolution>();
  readonly #interviewee: Entity | null;
  /** Who asked in the attribution before. */
  #asker: Entity | null = null;

  /** Whom the attribution before belongs to. */
  #speaker: Entity | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#interviewee = intervieweeOf(scene);
  }

  /** Whom the words of a draft belong to. Drafts must be asked for in reading order. */
  resolve(draft: Draft): Resolution {
    const resolution = this.#decide(draft);
    const { entity } = resolution;
    this.#done.set(draft, resolution);
    this.#speaker = entity;
    this.#asker = draft.act === "ask" ? entity : null;
    // No "she" means who says "I".
    if (entity && draft.source && resolution.rule === "author") entity.mentions.push(draft.source);
    else if (entity && draft.source && this.#scene.timeline.note(draft.source, entity))
      entity.mentions.push(draft.source);
    return resolution;
  }

  #decide(draft: Draft): Resolution {
    const { source, speaker } = draft;
    if (draft.rule === "speaker-turn")
      return source ? resolveTurn(this.#scene, source, this.#interviewee) : absent;
    if (speaker?.kind === "nobody") return unresolved;
    if (speaker?.kind === "same-as") {
      const entity = this.#done.get(speaker.draft)?.entity;
      return entity ? { entity, rule: "same-speaker" } : unresolved;
    }
    const place = speaker?.span ?? source;
    if (!place) return absent;
    const unit = this.#scene.units[draft.unit];
    return unit ? this.#source(place, unit) : unresolved;
  }

  #source(span: Span, unit: Unit): Resolution {
    const scene = this.#scene;
    const tokens = tokensOfSpan(scene.text, span, scene.units);
    // "She's", "who's"
    const isOne = tokens.length === 1 || (tokens.length === 2 && isPronoun(tokens[0]) && isClitic(tokens[1]));
    const word = isOne ? tokens[0]?.lower : undefined;
    if (isNoOne(tokens)) return { entity: peopleAtLarge(scene.cast), rule: "description" };
    // "many of whom": those whom "whom" means
    if (
      tokens.length > 1 &&
      ["whom", "which"].includes(tokens.at(-1)?.lower ?? "") &&
      tokens.at(-2)?.lower === "of"
    )
      return resolveRelative(scene, span, unit);
    if (word === undefined)
      return tokens.length === 0 ? absent : resolvePhrase(scene, span, withoutOpeningClause(tokens));
    if (["who", "which", "that", "whose", "whom"].includes(word)) return resolveRelative(scene, span, unit);
    const gender = genderOfPronoun(word);
    const asked = { span, unit, gender: gender ?? null, asker: this.#asker, speaker: this.#speaker };
    if (gender !== undefined) return resolvePronoun(scene, { ...asked, kind: "person" });
    if (people.has(word)) return { entity: peopleAtLarge(scene.cast), rule: "description" };
    if (["i", "me", "my"].includes(word)) return { entity: scene.author, rule: "author" };
    // "We" of the author's own voice is people at large more often than the author.
    if (pointingWords.has(word)) return unresolved;
    if (["it", "its"].includes(word)) return resolvePronoun(scene, { ...asked, kind: "body" });
    if (["they", "their", "them"].includes(word)) return resolvePronoun(scene, { ...asked, kind: "several" });
    return resolvePhrase(scene, span, tokens);
  }
}
