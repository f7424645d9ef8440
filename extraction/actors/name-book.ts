import type { Actor } from "../extraction.ts";
import type { KnownActor } from "../known-actors/known-actors.ts";
import countryList from "../lexicons/countries.json" with { type: "json" };
import femaleList from "../lexicons/female-first-names.json" with { type: "json" };
import seatList from "../lexicons/government-seats.json" with { type: "json" };
import maleList from "../lexicons/male-first-names.json" with { type: "json" };
import followerList from "../lexicons/naming-followers.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic } from "../tokens/word-classes.ts";
import type { Cast } from "./cast.ts";
import { type Entity, newEntity, unshouted } from "./entity.ts";
import { isFirmName, type NameRun, namesOrganization } from "./name-run.ts";
import { noteDescription } from "./note-description.ts";
import { slug } from "./slug.ts";

const places = new Set([...wordSet(countryList), ...wordSet(seatList)]);
const firstNames = new Set([...wordSet(femaleList), ...wordSet(maleList)]);
const namingFollowers = wordSet(followerList);

/** How many can share a surname before further ones are found by their full names only. */
const mostOfOneName = 40;

/** The names of an article as they are entered, with the words that lead to whom they name. */
export class NameBook {
  readonly #cast: Cast;
  readonly #byWords = new Map<string, Entity[]>();
  readonly #calledBy = new Map<Entity, Set<string>>();
  /** Entities named behind a preposition of place. */
  readonly #visited = new Set<Entity>();

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** Whom the words of a name mean: by full name, surname or first name; several where they share it. */
  candidates(words: readonly string[]): readonly Entity[] {
    const known = this.#byWords.get(words.map(bare).join(" ")) ?? [];
    if (known.length < 2 || words.length > 1) return known;
    // A surname is more than the first word of a firm's name or somebody's first name.
    const surnamed = known.filter((entity) => entity.words.at(-1) === bare(words[0] ?? ""));
    return surnamed.length > 0 ? surnamed : known;
  }

  /** Enters a name of two words or more. */
  enter(text: string, run: NameRun, tokens: readonly Token[]): void {
    noteDescription(text, this.candidates(run.words)[0] ?? this.#create(run), run, tokens);
  }

  /** A single word joins somebody known by it; else it is an entity of its own: a place, a body, a person with a title. */
  enterSingle(text: string, run: NameRun, tokens: readonly Token[]): void {
    const known = this.candidates(run.words);
    const [only] = known;
    if (!only) {
      if (!isName(run, tokens) && this.#known(run) === null) return;
      const entity = this.#create(run);
      this.#noteVisit(entity, run, tokens);
      noteDescription(text, entity, run, tokens);
      return;
    }
    this.#noteVisit(only, run, tokens);
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
    for (const [entity, names] of this.#calledBy) {
      if (entity.type !== "person" || entity.evident) continue;
      if (names.has(entity.words[0] ?? "") && !names.has(entity.words.at(-1) ?? ""))
        entity.type = "organization";
    }
  }

  #noteVisit(entity: Entity, run: NameRun, tokens: readonly Token[]): void {
    if (["in", "at", "near", "outside", "across"].includes(tokens[run.first - 1]?.lower ?? ""))
      this.#visited.add(entity);
  }

  #create(run: NameRun): Entity {
    const written = unshouted(run.words).join(" ");
    const known = this.#known(run);
    const name = known?.name ?? written;
    const words = run.words.map(bare);
    const id = slug(name);
    const entity = this.#cast.once(id, () => {
      const type = known?.type ?? typeOfName(run, written.toLowerCase());
      const ofName = known ? known.name.split(/\s+/u).map(bare) : words;
      return {
        ...newEntity(id, name, type, ofName, known?.ids),
        evident: known !== null && known.type !== null,
      };
    });
    entity.evident ||= entity.type !== "person" || run.title !== null || firstNames.has(words[0] ?? "");
    this.#indexName(run.words, words, entity);
    if (known && entity.words !== words) this.#indexName(known.name.split(/\s+/u), entity.words, entity);
    return entity;
  }

  /** Whom the user knows by this name, with its title or without. */
  #known({ title, words }: NameRun): KnownActor | null {
    const name = words.join(" ");
    return (
      this.#cast.known.called(name) ?? (title === null ? null : this.#cast.known.called(`${title} ${name}`))
    );
  }

  /** Enters the ways in which a name is used again: whole, by its last word, its first, both. */
  #indexName(written: readonly string[], words: readonly string[], entity: Entity): void {
    this.#index(words.join(" "), entity);
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (entity.type === "organization" && isFirmName(written)) this.#index(first, entity);
    if (entity.type === "person" && words.length > 1) {
      this.#index(last, entity);
      this.#index(first, entity);
      if (words.length > 2) this.#index(`${first} ${last}`, entity);
    }
  }

  #index(key: string, entity: Entity): void {
    const list = this.#byWords.get(key);
    if (!list) this.#byWords.set(key, [entity]);
    else if (list.length < mostOfOneName && !list.includes(entity)) list.push(entity);
  }
}

/** A word of a name as it is looked up: lower-cased, without the full stop of an initial. */
const bare = (word: string): string => word.toLowerCase().replace(/\.$/u, "");

function typeOfName(run: NameRun, lower: string): Actor["type"] {
  if (places.has(lower)) return "place";
  if (namesOrganization(run.words)) return "organization";
  return "person";
}

/** At the head of a sentence a single capitalised word is a name only if something else shows it. */
function isName(run: NameRun, tokens: readonly Token[]): boolean {
  const word = tokens[run.first]?.lower ?? "";
  const next = tokens[run.last + 1];
  return (
    !run.opensSentence ||
    run.title !== null ||
    isClitic(next) ||
    places.has(word) ||
    firstNames.has(word) ||
    (!!next && (next.text === "," || namingFollowers.has(next.lower)))
  );
}
