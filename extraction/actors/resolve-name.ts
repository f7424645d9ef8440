import { nameKey } from "../known-actors/known-actors.ts";
import { isRoleNoun } from "../roles/noun-complement.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isContentWord, isDeterminer, isPreposition } from "../tokens/word-classes.ts";
import { isAcronym } from "./body-names.ts";
import { companionsAt, withCompanions } from "./companions.ts";
import { type Entity, newEntity, unshouted } from "./entity.ts";
import { isFirstName } from "./first-name.ts";
import { bareWord } from "./fullest-name.ts";
import { isMark } from "./name-marks.ts";
import { isPersonal, type NameRun, nameRuns } from "./name-run.ts";
import { isPlaceName } from "./place-names.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { isPartOfRole } from "./role-description.ts";
import { whoOfOneName } from "./same-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";
import { isReducedClause } from "./source-kind.ts";
import { withSurname } from "./title-surname.ts";
import { typeOfName } from "./type-of-name.ts";

/**
 * Whom a source names by the name at its head: "Ana Ruiz, the mayor", "former skipper Tom Falk of Tolvek", but not "Ruiz
 * supporters", "Ruiz's lawyer" or "an aide to Ruiz". Names joined by "and" are a group. `null` where it names nobody.
 */
export function resolveName(scene: Scene, tokens: readonly Token[]): Resolution | null {
  const runs = nameRuns(tokens, scene.roster.isSurname)
    .map((run) => withSurname(run, tokens, scene.roster.isSurname))
    .filter((run) => run.words.length > 0 && !isBracketed(tokens, run.first));
  const at = runs.findIndex((run) => !isModifier(tokens, run));
  const head = runs[at];
  if (!head || !isHead(tokens, head)) return null;
  const members = [head];
  let joined = false;
  for (const next of runs.slice(at + 1)) {
    const last = members.at(-1);
    const between = last ? tokens.slice(last.last + 1, next.first) : [];
    if (joined || !isListing(between)) break;
    if (isModifier(tokens, next)) {
      // "and former Karsia governor Tom Falk": the place is part of the role.
      if (isPlaceName(next.words.join(" ").toLowerCase())) continue;
      break;
    }
    members.push(next);
    joined = between.some(({ lower }) => lower === "and");
  }
  // "Ruiz and other neighbours": who speaks is not Ruiz alone.
  const others = joined ? -1 : companionsAt(tokens, (members.at(-1) ?? head).last + 1);
  const one = others < 0 ? null : whoIs(scene, head);
  if (one) {
    const named = resolveName(scene, tokens.slice(others + 1))?.entity;
    // "Ruiz and her aide Tom Falk"
    if (named?.type === "person") return { entity: compound(scene, [one, named]), rule: "compound" };
    const all = members.flatMap((run) => whoIs(scene, run) ?? []);
    return withCompanions(scene, all, tokens, others);
  }
  if (!joined && isJoinedByNoun(tokens, head)) return null;
  const entities = (joined ? members : [head]).flatMap((run) => whoIs(scene, run) ?? []);
  const [entity] = entities;
  // One of two, and nothing tells which.
  if (!entity && candidatesIn(scene, head).length > 1) return unresolved;
  if (
    !entity ||
    (entity.type === "group" && isQualified(tokens, head)) ||
    (entity.type !== "person" && isShare(tokens, head))
  )
    return null;
  if (new Set(entities).size > 1) return { entity: compound(scene, entities), rule: "compound" };
  if (isAlias(scene, head.words.join(" "), entity)) return { entity, rule: "alias" };
  if (head.words.length < entity.words.length) return { entity, rule: "surname" };
  return { entity, rule: head.words.length > 1 ? "full-name" : "name" };
}

const isJoinedByNoun = (tokens: readonly Token[], { last }: NameRun): boolean =>
  tokens[last + 1]?.lower === "and" && tokens.slice(last + 2).some((token) => isContentWord(token));

/**
 * Somebody whom the article names here alone, outside its body: "Ana Ruiz" under a picture. `null` where more than the name
 * and what leads to it stands here.
 */
export function resolveUnknown(scene: Scene, tokens: readonly Token[]): Resolution | null {
  const [run, other] = nameRuns(tokens);
  if (!run || other || run.words.length === 0 || run.last !== tokens.length - 1) return null;
  if (run.first > 1 || (run.first === 1 && !isDeterminer(tokens[0]))) return null;
  // "Worried Parents" of a headline need be no name.
  const [word = ""] = run.words;
  if (run.words.length === 1 ? !isAcronym(word) : !isFirstName(word.toLowerCase())) return null;
  const name = unshouted(run.words, true).join(" ");
  const words = run.words.map(bareWord);
  const type = typeOfName(run, name.toLowerCase());
  const entity = scene.cast.once(slug(name), () => newEntity(slug(name), name, type, words));
  return { entity, rule: run.words.length > 1 ? "full-name" : "name" };
}

/** Nouns for how many of a group are meant: a closed class. */
const shares = new Set(["dozen", "dozens", "half", "hundreds", "majority", "scores", "thousands"]);

/** "Half a dozen Democrats" */
const isShare = (tokens: readonly Token[], { first }: NameRun): boolean =>
  tokens.slice(0, first).some(({ kind, lower }) => kind === "number" || shares.has(lower));

/** "Nervous Democrats": some of the group, whom only the description tells. */
const isQualified = (tokens: readonly Token[], { first }: NameRun): boolean => {
  const before = tokens[first - 1];
  return isContentWord(before) && before?.kind === "word" && before.text === before.lower;
};

function whoIs(scene: Scene, run: NameRun): Entity | null {
  const candidates = candidatesIn(scene, run);
  if (candidates.length < 2) return candidates[0] ?? null;
  const known = scene.roster.ofOneName(run.nameSpan[0]);
  if (known && candidates.includes(known)) return known;
  return whoOfOneName(candidates, run, { mentions: scene.timeline.before(run.span[0]), gender: null });
}

/** In a headline verbs have capitals too ("Ana Ruiz Hits Back"): then the longest beginning that is somebody's full name, else what is behind the first word. */
function candidatesIn({ roster }: Scene, run: NameRun): readonly Entity[] {
  const candidates = roster.candidates(run);
  if (candidates.length > 0) return candidates;
  for (let end = run.words.length - 1; end > 1; end--) {
    const shorter = roster.candidates({ ...run, words: run.words.slice(0, end) });
    if (shorter.length > 0) return shorter;
  }
  // "Rival Ana Ruiz"
  const ending = run.words.length > 2 ? roster.candidates({ ...run, words: run.words.slice(1) }) : [];
  return ending.filter(({ type }) => type === "person");
}

/** A name before a noun or its possessor: "Tarrow Glass workers", "Ruiz's lawyer"; at the end of a source it is the head. */
function isModifier(tokens: readonly Token[], { last }: NameRun): boolean {
  const next = isClitic(tokens[last + 1]) ? last + 2 : last + 1;
  // "This TNN “reporter”"
  if (isMark(tokens[last + 1]) && isContentWord(tokens[last + 2])) return true;
  return (
    isContentWord(tokens[next]) &&
    !["who", "which", "that", "all", "both"].includes(tokens[next]?.lower ?? "")
  );
}

/** Whether a name is no complement of a noun before it ("an aide to Ruiz") and in no clause or apposition of one. */
function isHead(tokens: readonly Token[], { first, title }: NameRun): boolean {
  // "Former secretary of State Ana Ruiz", "chief of staff Ana Ruiz": what stands before is her office.
  const isOffice =
    title !== null &&
    !isPersonal(title) &&
    isRoleNoun(tokens[first - 2]) &&
    tokens[first - 1]?.lower === "of";
  const isOfficeOf =
    isRoleNoun(tokens[first - 3]) && tokens[first - 2]?.lower === "of" && isPlainNoun(tokens[first - 1]);
  const before = tokens.slice(0, isOffice ? first - 2 : isOfficeOf ? first - 3 : first);
  return !before.some(
    (token, at) =>
      (at > 0 && token.lower === "including") ||
      isReducedClause(before, at) ||
      (((at > 0 && isPreposition(token)) ||
        token.text === "," ||
        ["who", "which", "whose"].includes(token.lower)) &&
        before.slice(0, at).some((one) => isContentWord(one))),
  );
}

const isPlainNoun = (token: Token | undefined): boolean =>
  isContentWord(token) && token?.kind === "word" && token.text === token.lower && !isRoleNoun(token);

/** Whether nothing but commas, "and", determiners, roles, constituencies and brackets stands between two names. */
const isListing = (between: readonly Token[]): boolean =>
  between.length > 0 &&
  between.every(
    (token, at) =>
      isBracketed(between, at) ||
      /^[(),&]$/u.test(token.text) ||
      isDeterminer(token) ||
      token.lower === "and" ||
      isConstituency(between, at) ||
      (between.slice(0, at).some(({ lower }) => lower === "and") &&
        (isPartOfRole(token) || isPlaceName(token.lower))),
  );

/** "R-Tarn." behind a name, with its full stop. */
const isConstituency = (tokens: readonly Token[], at: number): boolean =>
  /^[DRIL]-\p{Lu}/u.test(tokens[at]?.text ?? "") ||
  (tokens[at]?.text === "." && /^[DRIL]-\p{Lu}/u.test(tokens[at - 1]?.text ?? ""));

/** Whether the token at `at` is inside round brackets. */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  for (let before = at; before >= 0; before--) {
    const { text } = tokens[before] ?? { text: "" };
    if (text === ")" && before < at) return false;
    if (text === "(") return true;
  }
  return false;
}

/** Whether the user's file of known actors, and not the article, says that this name is the entity's. */
function isAlias({ cast }: Scene, written: string, entity: Entity): boolean {
  const known = cast.known.called(written);
  return known !== null && slug(known.name) === entity.id && nameKey(written) !== nameKey(known.name);
}

/** Several who speak as one. */
export function compound({ cast }: Scene, members: readonly Entity[]): Entity {
  const names = members.map(({ name }) => name);
  const name = `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
  const id = slug(name);
  const entity = cast.once(id, () => newEntity(id, name, "group", []));
  cast.members.set(entity, members);
  return entity;
}
