import type { KnownActor } from "../known-actors/known-actors.ts";
import type { Token } from "../tokens/token.ts";
import { isContentWord } from "../tokens/word-classes.ts";
import { isAcronym } from "./body-names.ts";
import { isCapitalLine } from "./capital-line.ts";
import type { Cast } from "./cast.ts";
import { capitalised, type Entity, newEntity, unshouted } from "./entity.ts";
import { isFirstName } from "./first-name.ts";
import { bareWord, type FullestNames, surnameOf } from "./fullest-name.ts";
import { genderOf } from "./gender.ts";
import { NameIndex } from "./name-index.ts";
import { isPersonal, type NameRun } from "./name-run.ts";
import { noteDescription } from "./note-description.ts";
import { holds, isAnother, isSovereign } from "./office.ts";
import type { OrdinaryWords } from "./ordinary-words.ts";
import { isPersonOf } from "./part-of-name.ts";
import { isPlaceName } from "./place-names.ts";
import { isSingleName } from "./single-name.ts";
import { slug } from "./slug.ts";
import { isThingName, isWording, typeOfName } from "./type-of-name.ts";

/** What of a run tells whom it names. */
export type NamedAs = Pick<NameRun, "words" | "title" | "determined">;

/** Where somebody goes. */
const placePrepositions = new Set(["in", "at", "near", "outside", "across"]);

/** A name as it is looked up. */
const keyOf = (words: readonly string[]): string =>
  words.length === 1 ? bareWord(words[0] ?? "") : words.map(bareWord).join(" ");

/** The names of an article as they are entered, with the words that lead to whom they name. */
export class NameBook {
  readonly #cast: Cast;
  readonly #fullest: FullestNames;
  readonly #written: ReadonlySet<string>;
  readonly #ordinary: OrdinaryWords;
  readonly #index = new NameIndex();
  readonly #calledBy = new Map<Entity, Set<string>>();
  /** Where somebody is named in full first. */
  readonly #firstNamed = new Map<Entity, number>();
  /** Entities named behind a preposition of place. */
  readonly #visited = new Set<Entity>();
  /** Entities that are named behind an article, and those that are named without. */
  readonly #determined = new Set<Entity>();
  readonly #bare = new Set<Entity>();

  /** `written` are all words of names as the article prints them, `ordinary` its words in small letters. */
  constructor(cast: Cast, fullest: FullestNames, written: ReadonlySet<string>, ordinary: OrdinaryWords) {
    this.#cast = cast;
    this.#ordinary = ordinary;
    this.#written = written;
    this.#fullest = fullest;
  }

  /** Whom a name means: by full name, surname or first name; several where they share it. */
  candidates(run: NamedAs): readonly Entity[] {
    const key = keyOf(run.words);
    const called = this.#called(run, key);
    if (run.words.length > 1) return called;
    // Initials of a body are it rather than the first word of another name: "RT" is no "RT Karsia"; a country is itself.
    const isWhole = called.some(({ words }) => words.length === 1 && words[0] === key);
    const abbreviated = isWhole ? null : this.#bodyCalled(run.words, key, false);
    if (abbreviated) return [abbreviated];
    const known =
      !isWhole && isPlaceName(key)
        ? called.filter((entity) => entity.type !== "organization" && isPersonOf(entity, key))
        : called;
    if (known.length === 0) {
      const body = this.#bodyCalled(run.words, key, run.determined);
      return body ? [body] : known;
    }
    if (known.length < 2) return known;
    // A surname is more than the first word of a firm's name or somebody's first name.
    const surnamed = known.filter((entity) => surnameOf(entity.words) === key);
    if (surnamed.length === 0) return known;
    // An office tells two of a name apart ("President Ruiz" and "Ana Ruiz").
    const office = surnamed.filter((entity) => run.title !== null && holds(entity, run.title));
    return office.length > 0 ? office : surnamed;
  }

  /** Who is called by this name; with a title it is a surname, and the title may tell the gender. */
  #called({ words, title }: NamedAs, key: string): readonly Entity[] {
    const found = this.#index.called(key);
    if (words.length > 1 || title === null) return found;
    const gender = genderOf(title, undefined);
    const fitting = found.filter((entity) => gender === null || (entity.gender ?? gender) === gender);
    const surnamed = fitting.filter(
      ({ type, words }) => type !== "person" || words.length === 1 || surnameOf(words) === key,
    );
    if (surnamed.length > 0 || isFirstName(key)) return surnamed;
    // "Mr. Bao" of Bao Ki-lan, whose surname stands first
    return fitting.filter(({ words }) => words[0] === key);
  }

  /** The body that a single word means by its initials, or behind an article by its last word. */
  #bodyCalled([word = ""]: readonly string[], key: string, determined: boolean): Entity | undefined {
    if (isAcronym(word)) return this.#index.initialled(key.replaceAll(".", ""));
    return determined ? this.#index.endingIn(key) : undefined;
  }

  /** Enters a name of two words or more, so that it can be meant. Longer ones must be entered before shorter ones. */
  enter(run: NameRun): void {
    if (!isCapitalLine(run) && this.candidates(run).length === 0) this.#create(run);
  }

  /** Notes what stands beside a name that is entered. */
  describe(text: string, run: NameRun, tokens: readonly Token[]): void {
    const [entity] = this.candidates(run);
    if (!entity) return;
    entity.inFull++;
    if (!this.#firstNamed.has(entity)) this.#firstNamed.set(entity, run.span[0]);
    this.#noteDetermined(entity, run, tokens);
    noteDescription(text, entity, run, tokens);
  }

  /**
   * Enters a surname with a title that fits nobody of that surname ("Mr. Ruiz" where only Ana Ruiz is named in full), or that
   * needs no introduction and stands before anybody of that surname is introduced ("President Ruiz", and later his wife):
   * somebody whose full name the article does not give.
   */
  enterTitled(run: NameRun): void {
    if (this.#index.called(keyOf(run.words)).length === 0) return;
    const known = this.candidates(run);
    const own = known.find(({ words }) => words.length === 1) ?? this.#byTitle(run, known);
    if (
      !own &&
      known.length > 0 &&
      !known.every((entity) => isAnother(run, entity, this.#firstNamed.get(entity)))
    )
      return;
    const entity = own ?? this.#create(run);
    entity.inFull++;
    entity.gender ??= genderOf(run.title, undefined);
    if (run.title !== null && isSovereign(run.title) && !holds(entity, run.title))
      entity.roles.push(run.title);
  }

  /** The only one whom a title that tells people of one surname apart can mean, if the article names that one before. */
  #byTitle(run: NameRun, [only, other]: readonly Entity[]): Entity | null {
    return only && !other && !isAnother(run, only, this.#firstNamed.get(only)) ? only : null;
  }

  /** A single word joins somebody known by it; else it is an entity of its own: a place, a body, a person with a title. */
  enterSingle(text: string, run: NameRun, tokens: readonly Token[]): void {
    const known = this.candidates(run);
    const [only = this.#misspelt(run)] = known;
    if (!only) {
      if (!isSingleName(run, tokens) && this.#known(run) === null) return;
      const entity = this.#create(run);
      this.#noteVisit(entity, run, tokens);
      this.#noteDetermined(entity, run, tokens);
      noteDescription(text, entity, run, tokens);
      return;
    }
    this.#noteVisit(only, run, tokens);
    if (only.words.length === 1) this.#noteDetermined(only, run, tokens);
    if (known.length > 1) return;
    if (only.type === "person") noteDescription(text, only, run, tokens);
    if (only.words.length > 1) {
      const names = this.#calledBy.get(only) ?? new Set();
      this.#calledBy.set(only, names.add(run.words[0]?.toLowerCase() ?? ""));
    }
  }

  /**
   * To be called when all are entered: a body is called by its first word ("Harrowgate"), a person by the last. A
   * single name of which nothing is known is a place if the article ever goes there ("in Tolvek"), else a person.
   */
  settle(): void {
    for (const entity of this.#cast.entities) {
      if (entity.evident || entity.words.length > 1) continue;
      if (this.#visited.has(entity)) entity.type = "place";
      else if (/[^su]s$|ese$/u.test(entity.words[0] ?? "")) entity.type = "group";
    }
    for (const entity of this.#determined) {
      if (entity.type === "person" && !entity.evident && !this.#bare.has(entity)) entity.thing = true;
    }
    for (const entity of this.#cast.entities) {
      if (
        entity.type === "person" &&
        !entity.evident &&
        (isThingName(entity.words) || isWording(entity.name, this.#ordinary))
      )
        entity.thing = true;
    }
    for (const [entity, names] of this.#calledBy) {
      if (entity.type !== "person" || entity.evident) continue;
      if (names.has(entity.words[0] ?? "") && !names.has(entity.words.at(-1) ?? ""))
        entity.type = "organization";
    }
  }

  /** Whose surname a single word of no other meaning is, misspelt. */
  #misspelt({ words: [written = ""], title }: NameRun): Entity | null {
    const key = bareWord(written);
    const meant = title === null ? this.#index.misspelt(key) : null;
    if (!meant || this.#ordinary.has(key)) return null;
    this.#index.enter(key, meant);
    return meant;
  }

  /** A word in capitals that the article nowhere else writes as a name; behind a title it is one. */
  #isAcronym({ words: [word = ""], title }: NameRun): boolean {
    return title === null && !this.#written.has(capitalised(word));
  }

  #noteDetermined(entity: Entity, { determined, title, last }: NameRun, tokens: readonly Token[]): void {
    // In "the Ruiz lawsuit" the article is the noun's.
    if (isContentWord(tokens[last + 1])) return;
    (determined && (title === null || !isPersonal(title)) ? this.#determined : this.#bare).add(entity);
  }

  #noteVisit(entity: Entity, run: NameRun, tokens: readonly Token[]): void {
    if (run.first > 0 && placePrepositions.has(tokens[run.first - 1]?.lower ?? "")) this.#visited.add(entity);
  }

  #create(run: NameRun): Entity {
    const known = this.#known(run);
    const full = run.words.length > 1 ? this.#fullest.of(run.words) : run.words;
    const spoken = unshouted(full, this.#isAcronym(run)).join(" ");
    const written = /['’]/u.test(spoken) ? spoken.replace(/ (?=['’](?: |$))/gu, "") : spoken;
    const name = known?.name ?? written;
    const words = full.map(bareWord);
    const id = slug(name);
    const entity = this.#cast.once(id, () => {
      const type = known?.type ?? typeOfName(run, written.toLowerCase());
      const ofName = known ? known.name.split(/\s+/u).map(bareWord) : words;
      const made = newEntity(id, name, type, ofName, known?.ids);
      made.evident = known !== null && known.type !== null;
      return made;
    });
    entity.evident ||=
      entity.type !== "person" ||
      (run.title !== null && isPersonal(run.title)) ||
      isFirstName(words[0] ?? "");
    this.#index.enterName(full, words, entity);
    if (full !== run.words) this.#index.enterName(run.words, run.words.map(bareWord), entity);
    if (run.acronym !== null) this.#index.enterInitials(run.acronym.toLowerCase(), entity);
    // "Bobby Ruiz" of Robert "Bobby" Ruiz
    if (run.nickname !== null) this.#index.enter(`${bareWord(run.nickname)} ${surnameOf(words)}`, entity);
    if (known && entity.words !== words)
      this.#index.enterName(known.name.split(/\s+/u), entity.words, entity);
    return entity;
  }

  /** Whom the user knows by this name, with its title or without. */
  #known({ title, words }: NameRun): KnownActor | null {
    if (this.#cast.known.version === null) return null;
    const name = words.join(" ");
    return (
      this.#cast.known.called(name) ?? (title === null ? null : this.#cast.known.called(`${title} ${name}`))
    );
  }
}
