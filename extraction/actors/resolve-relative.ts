import { firstFrom } from "../first-from.ts";
import { isRoleNounWord } from "../roles/noun-complement.ts";
import { type Phrase, spanOf } from "../roles/phrase.ts";
import { phraseEndingAt } from "../roles/phrase-ending-at.ts";
import { tokensOfSpan } from "../roles/tokens-of-span.ts";
import type { Unit } from "../roles/unit.ts";
import { type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import {
  isAdverb,
  isAuxiliary,
  isCapitalised,
  isDeterminer,
  isPossessive,
  isPreposition,
  isPronoun,
} from "../tokens/word-classes.ts";
import { isUnnamed } from "./describe.ts";
import type { Entity } from "./entity.ts";
import { nameRuns } from "./name-run.ts";
import { firstOfRow, lastBefore, withoutHome } from "./relative-place.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { resolvePhrase } from "./resolve-description.ts";
import { resolveName } from "./resolve-name.ts";
import type { Scene } from "./scene.ts";
import { headNoun, headOf, isArtefactNoun, isUnnamedNoun } from "./source-kind.ts";
import { titledWork } from "./titled-work.ts";
import { type GrammaticalNumber, numberOfVerb } from "./verb-number.ts";

/** How many noun phrases back the antecedent of "who" is looked for: "voters in Karsia, who …". */
const mostPhrases = 3;

/** A relative pronoun whose antecedent is asked for. */
interface Relative {
  readonly scene: Scene;
  /** The tokens of the pronoun's sentence. */
  readonly tokens: readonly Token[];
  /** Index of the last token before it, commas, dashes and asides left out. */
  readonly before: number;
  /** Whether it asks for people: "who", "many of whom". */
  readonly personal: boolean;
  /** The number that the verb behind it shows. */
  readonly number: GrammaticalNumber | null;
}

/**
 * "who", "which", "that": the noun phrase that stands before. For "who" it is the nearest one that can be somebody, for
 * "which" the nearest that can be something. By rules: the parser's trees had fewer antecedents right.
 */
export function resolveRelative(scene: Scene, span: Span, { tokens }: Unit): Resolution {
  const place = firstFrom(tokens, span[0], (token) => token.start);
  const words = textOf(scene.text, span);
  const relative: Relative = {
    scene,
    tokens,
    before: withoutHome(tokens, lastBefore(tokens, firstOfRow(tokens, place))),
    personal: /^(?:who|.* of whom)$/iu.test(words),
    number: numberOfVerb(tokens, place + words.split(/\s+/u).length),
  };
  const entity = titleBefore(relative) ?? apposedName(relative) ?? nearestPhrase(relative);
  return entity ? { entity, rule: "relative-pronoun" } : unresolved;
}

/** A work by its title in marks, with a description between or not: “The Long Winter,” his second book, which … */
function titleBefore({ scene, tokens, before, personal }: Relative): Entity | null {
  if (personal) return null;
  const title = titledWork(scene, tokens[before]);
  if (title) return title;
  const phrase = phraseEndingAt(tokens, before, 0);
  return phrase && titledWork(scene, tokens[phrase.first - 1]);
}

/** "Ana Ruiz, the mayor, who …": the name before an apposition that a comma closes. */
function apposedName(relative: Relative): Entity | null {
  const { scene, tokens, before } = relative;
  if (tokens[before + 1]?.text !== ",") return null;
  let phrase = phraseEndingAt(tokens, before + 1, 0);
  if (!phrase || phrase.last !== before + 1) return null;
  const isJoined = relative.number === "many" && tokens[phrase.first - 1]?.lower === "and";
  const joined = isJoined ? phraseEndingAt(tokens, phrase.first - 2, 0) : null;
  if (joined) phrase = { first: joined.first, last: phrase.last };
  const named = resolveName(scene, read(scene, tokens, phrase));
  if (!named?.entity) return null;
  if (named.rule === "compound") return joined && named.entity;
  return fits(named.entity, phrase, relative) ? named.entity : null;
}

/** The nearest phrase before that can be meant; where none surely can, the nearest that is no place or body. */
function nearestPhrase(relative: Relative): Entity | null {
  const { scene, tokens, personal } = relative;
  const passed: Entity[] = [];
  let { before } = relative;
  for (let phrases = 0; phrases < mostPhrases; phrases++) {
    const whole = phraseEndingAt(tokens, before, 0);
    if (!whole) break;
    // "As someone who …": the clause behind tells who, and it may be the author.
    if (isSomebody(tokens[whole.last])) return null;
    const phrase = innermost(tokens, behindVerb(tokens, withoutOneOf(tokens, whole)), personal);
    const { entity, rule } = resolvePhrase(scene, spanOf(tokens, phrase), read(scene, tokens, phrase));
    const described = describedName(relative, phrase, entity);
    if (described) return described;
    const last = personal ? nameAtEnd(relative, phrase) : null;
    if (rule === "compound" && last) {
      // "Ruiz and Falk, who left": a past does not tell whether both did.
      if (relative.number === null) return null;
      return relative.number === "one" ? last : entity;
    }
    if (entity && fits(entity, phrase, relative)) return entity;
    if (last && relative.number !== "many") return last;
    if (!entity && (!personal || isSurelyMeant(tokens, phrase))) return null;
    if (entity) passed.push(entity);
    if (!isPreposition(tokens[phrase.first - 1])) break;
    before = phrase.first - 2;
  }
  return passed.find((entity) => (personal ? !isPlaceOrBody(entity) : !isPerson(entity))) ?? null;
}

/** "The senator, who": nobody before it is meant, though nothing tells whom the phrase means. */
const isSurelyMeant = (tokens: readonly Token[], { first, last }: Phrase): boolean =>
  tokens[first]?.lower === "the" || isLikePeople(headNoun(headOf(tokens.slice(first, last + 1))));

/** Who a description stands for: Ruiz in "Ruiz, a lawyer who …", and where it fits in "Ruiz is a lawyer who …". */
function describedName(relative: Relative, phrase: Phrase, entity: Entity | null): Entity | null {
  const { scene, tokens, personal } = relative;
  const link = tokens[phrase.first - 1];
  const isApposition = link?.text === "," && ["a", "an"].includes(tokens[phrase.first]?.lower ?? "");
  const isPredicate = isCopula(link) && !!entity && fits(entity, phrase, relative);
  const subject = isApposition || isPredicate ? phraseEndingAt(tokens, phrase.first - 2, 0) : null;
  if (!subject || isPronoun(tokens[subject.last]) || tokens[subject.last]?.lower === "there") return null;
  const words = read(scene, tokens, subject);
  if (!isApposition) return resolvePhrase(scene, spanOf(tokens, subject), words).entity;
  const { entity: named = null } = resolveName(scene, words) ?? {};
  return named && named.type !== "place" && !(personal && named.type === "organization") ? named : null;
}

/** The person whose name ends a phrase: "the rise of Ana Ruiz". */
function nameAtEnd({ scene, tokens }: Relative, phrase: Phrase): Entity | null {
  const words = read(scene, tokens, phrase);
  const run = nameRuns(words).at(-1);
  if (!run || run.last !== words.length - 1) return null;
  const { entity = null } = resolveName(scene, words.slice(run.first)) ?? {};
  return entity?.type === "person" ? entity : null;
}

/** "One of three members who …": who is meant are the three. */
const withoutOneOf = (tokens: readonly Token[], { first, last }: Phrase): Phrase =>
  first + 2 <= last && tokens[first]?.lower === "one" && tokens[first + 1]?.lower === "of"
    ? { first: first + 2, last }
    : { first, last };

/** "Falk said to the mayor", "has included the mayor": the phrase behind a verb that was taken into it. */
function behindVerb(tokens: readonly Token[], { first, last }: Phrase): Phrase {
  for (let at = last - 1; at >= first; at--) {
    if (!looksFinite(tokens[at]) || isCapitalised(tokens[at])) continue;
    const next = tokens[at + 1];
    if (isPreposition(next)) return { first: at + 2, last };
    if (isDeterminer(next) || isPossessive(next)) return { first: at + 1, last };
    const before = tokens[at - 1];
    if (at === first && (isAuxiliary(before) || isAdverb(before))) return { first: at + 1, last };
  }
  return { first, last };
}

/**
 * "Members of the council, which …": a thing is asked for, and the members are none. "The ire of lawmakers who …": people
 * are asked for, and they are not what a quantity or group is of ("a majority of voters").
 */
function innermost(tokens: readonly Token[], phrase: Phrase, personal: boolean): Phrase {
  const words = tokens.slice(phrase.first, phrase.last + 1);
  const of = words.findLastIndex((token) => token.lower === "of");
  if (of <= 0 || of === words.length - 1) return phrase;
  const [noun, inner] = [headNoun(headOf(words)), headNoun(headOf(words.slice(of + 1)))];
  const isInner = personal
    ? isLikePeople(inner) && !isLikePeople(noun) && !crowds.has(noun)
    : isRoleNounWord(noun) || isUnnamedNoun(noun) || (isArtefactNoun(inner) && !isArtefactNoun(noun));
  return isInner ? { first: phrase.first + of + 1, last: phrase.last } : phrase;
}

/** Whether an entity that a phrase means can be what a pronoun asks for. */
function fits(entity: Entity, phrase: Phrase, { tokens, personal }: Relative): boolean {
  if (!personal) return !isPerson(entity);
  if (entity.type === "person") return true;
  if (isPlaceOrBody(entity)) return false;
  if (entity.type === "group" && !isUnnamed(entity)) return true;
  const head = headOf(tokens.slice(phrase.first, phrase.last + 1));
  // "Nervous Democrats"
  return isLikePeople(headNoun(head)) || /^\p{Lu}.*[^s]s$/u.test(head.at(-1)?.text ?? "");
}

/** Words for people that are no nouns for them, and for groups and shares of people: "those in the harbour who". */
const crowds = new Set([
  ...[
    "anyone",
    "band",
    "bulk",
    "bunch",
    "crop",
    "crowd",
    "everyone",
    "generation",
    "group",
    "half",
    "hundreds",
  ],
  ...[
    "list",
    "majority",
    "millions",
    "minority",
    "ones",
    "percent",
    "rest",
    "share",
    "string",
    "team",
    "third",
  ],
  ...["thirds", "those", "thousands"],
]);

/** Nouns for people, by list or by their endings ("listeners", "economist"). */
const isLikePeople = (noun: string): boolean =>
  isRoleNounWord(noun) ||
  isUnnamedNoun(noun) ||
  crowds.has(noun) ||
  /(?:[eo]r|ist|ian|m[ae]n|ee)s?$/u.test(noun);

const isSomebody = (token: Token | undefined): boolean =>
  ["somebody", "someone"].includes(token?.lower ?? "");

const isPerson = ({ type, evident }: Entity): boolean => type === "person" && evident;

const isPlaceOrBody = ({ type }: Entity): boolean => type === "place" || type === "organization";

const isCopula = (token: Token | undefined): boolean => !!token && ["is", "was", "'s"].includes(token.lower);

const read = (scene: Scene, tokens: readonly Token[], phrase: Phrase): readonly Token[] =>
  tokensOfSpan(scene.text, spanOf(tokens, phrase), scene.units);
