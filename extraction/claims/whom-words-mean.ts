import type { Entity } from "../actors/entity.ts";
import { genderOfPronoun } from "../actors/gender.ts";
import { resolvePhrase, resolveRoleOrBody } from "../actors/resolve-description.ts";
import type { Mention } from "../actors/timeline.ts";
import type { Span } from "../span.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { agreeingVerb } from "./agreeing-verb.ts";
import type { ClaimWord } from "./claim-word.ts";
import { isNamed, type NameInside, namesInside } from "./names-inside.ts";
import { bodyBefore, likeliestPerson, type PronounPlace } from "./pronoun-meaning.ts";
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
import { standingWords } from "./standing-words.ts";
import { marks } from "./word-marks.ts";

/** What the words of a claim are looked up in. */
export interface Meaning extends PronounPlace {
  /** Whether it is told in the reporter's words: "he" may be the speaker. */
  readonly reported: boolean;
  /** Whether the speaker's name is put before it: "her" then reads as the speaker's. */
  readonly framed: boolean;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const possessive = setOf("my our his her its their mine ours");
/** Nouns that stand for the one firm or club that an article is about. */
const firms = setOf("company firm club bank carrier airline union");
/** Those of them that an article seldom has two of. */
const businesses = setOf("company firm carrier airline");

/** A claim's pronouns, roles and parts of names, each with whom it means: a name, or `null` where that would be a guess. */
export function whomWordsMean(words: readonly ClaimWord[], meaning: Meaning): Rewording[] {
  const reader = new MeaningReader(words, meaning);
  const last = words.findLastIndex(({ isWord }) => isWord);
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (index === last && index > 0 && (word.marks & marks.helping) !== 0) reader.guess(word);
    else if ((word.marks & (marks.standing | marks.contracted)) !== 0) reader.read(word, index);
  }
  return reader.found;
}

/** Goes through a claim's words in order and puts down whom they mean. */
class MeaningReader {
  readonly found: Rewording[] = [];
  readonly #words: readonly ClaimWord[];
  readonly #meaning: Meaning;
  readonly #named: readonly NameInside[];
  /** What pronouns were seen: the genders of persons, "it" and "they"; a second one may mean another. */
  readonly #seen: string[] = [];

  constructor(words: readonly ClaimWord[], meaning: Meaning) {
    this.#words = words;
    this.#meaning = meaning;
    this.#named = namesInside(words, meaning.scene, this.found);
  }

  /** A word that stands for somebody or something. */
  read(word: ClaimWord, index: number): void {
    if (this.found.some(({ span }) => span[0] <= word.start && word.end <= span[1])) return;
    const words = this.#words;
    const { lower } = word;
    const first = index === 0 || (index === 1 && words[0]?.lower === "that");
    const kind = standingWords.get(lower);
    if (kind === "speaker") this.#speaker(word, index);
    else if ((word.marks & marks.contracted) !== 0) this.guess(word);
    else if (kind === "person") this.#person(word, index);
    else if (kind === "thing") this.#thing(word, index, first);
    else if (kind === "this") {
      if (isPointing(words, index, first)) this.guess(word);
    } else if (kind === "the") this.#describe(word, index);
    else if (kind === "pointing" ? !isDescribed(words, index) : first && words[index + 1]?.lower === "that")
      this.guess(word);
  }

  /** Puts down that it would be a guess whom a word means. */
  guess({ start, end }: ClaimWord): void {
    this.found.push({ span: [start, end], words: null });
  }

  /** "I", "our". */
  #speaker(word: ClaimWord, index: number): void {
    const { actor, scene } = this.#meaning;
    if (isNested(this.#words, index, scene.text)) return;
    const several = /^(?:we|us|our)/u.test(word.lower);
    if (!actor || !isNamed(actor) || (several && (actor.type === "person" || actor.type === "author")))
      this.guess(word);
    else this.#putName(word, index, actor);
  }

  /** "He", "her". */
  #person(word: ClaimWord, index: number): void {
    const { actor, reported, framed } = this.#meaning;
    const { lower } = word;
    const gender = genderOfPronoun(lower) ?? null;
    const isOne = ({ type, gender: known }: Entity): boolean =>
      type === "person" && (known ?? gender) === gender;
    const isKnown =
      this.#named.some(({ at, entity }) => at < index && isOne(entity)) ||
      hasPersonBefore(this.#words, index) ||
      this.#seen.includes(gender ?? "") ||
      lower.endsWith("self");
    if (isKnown) return;
    const own = reported && actor !== null && isOne(actor);
    if (own && framed) return;
    const who = own ? actor : likeliestPerson(word, this.#meaning);
    this.#seen.push(gender ?? "");
    this.#put(word, index, who);
  }

  /** "It", "their". */
  #thing(word: ClaimWord, index: number, first: boolean): void {
    const { actor, reported, scene } = this.#meaning;
    const { lower } = word;
    const one = lower.startsWith("it");
    const kind = one ? "it" : "they";
    const isKnown =
      this.#seen.includes(kind) ||
      hasNounBefore(this.#words, index, one) ||
      lower === "itself" ||
      lower.endsWith("selves");
    if (isKnown || (one && isEmpty(this.#words, index))) return;
    this.#seen.push(kind);
    const fits =
      actor &&
      (actor.type === "organization" ||
        actor.type === "group" ||
        actor.type === "place" ||
        // Whom nothing but the form of the name makes a person.
        (one && actor.type === "person" && (!actor.evident || actor.thing)));
    const who = fits && reported && first ? actor : one && first ? bodyBefore(word, scene) : null;
    this.#put(word, index, who);
  }

  #put(word: ClaimWord, index: number, who: Entity | null): void {
    if (who && isNamed(who)) this.#putName(word, index, who);
    else this.guess(word);
  }

  #putName({ lower, start, end }: ClaimWord, index: number, { name }: Entity): void {
    const words = this.#words;
    if (possessive.has(lower) && (lower !== "her" || isOwning(words, index))) {
      this.found.push({ span: [start, end], words: `${name}${name.endsWith("s") ? "’" : "’s"}` });
      return;
    }
    const verb = agreeingVerb(words, index);
    if (verb && verb.span[0] === words[index + 1]?.start)
      this.found.push({ span: [start, verb.span[1]], words: `${name} ${verb.words}` });
    else {
      this.found.push({ span: [start, end], words: name });
      if (verb) this.found.push(verb);
    }
  }

  /** "The minister", "the company": a role or a body that the article has named. */
  #describe(article: ClaimWord, index: number): void {
    const noun = this.#words[index + 1];
    const next = this.#words[index + 2];
    if (!noun || (noun.marks & marks.describing) === 0) return;
    if (next && (next.lower === "of" || next.tag?.startsWith("NN") || /^\p{Lu}/u.test(next.text))) return;
    const { scene, actor } = this.#meaning;
    const span: Span = [article.start, noun.end];
    const tokens = tokenise(scene.text, span, []);
    let resolved = resolveRoleOrBody(scene, span, tokens);
    const body = businesses.has(noun.lower) ? bodyTheArticleIsAbout(scene.roster.mentions, span[0]) : null;
    // Beside such a body it counts whether the words mean the speaker, who may have no name.
    if (body && !resolved.entity) resolved = resolvePhrase(scene, span, tokens);
    const { entity, rule } =
      body && resolved.entity !== actor ? { entity: body, rule: "organization-noun" } : resolved;
    if (!entity || !isNamed(entity) || entity === scene.author) return;
    if (rule !== "role" && rule !== "organization-noun") return;
    // "The team" that found something is not the institute named before.
    if (rule === "organization-noun" && !firms.has(noun.lower) && !entity.words.includes(noun.lower)) return;
    if (this.#named.some((one) => one.entity === entity)) return;
    this.found.push({ span, words: entity.name });
  }
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
