import countryList from "../lexicons/countries.json" with { type: "json" };
import femaleList from "../lexicons/female-first-names.json" with { type: "json" };
import seatList from "../lexicons/government-seats.json" with { type: "json" };
import maleList from "../lexicons/male-first-names.json" with { type: "json" };
import type { Quotation } from "../marks/quotation.ts";
import { reportingVerbs } from "../roles/reporting-verbs.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isClitic } from "../tokens/word-classes.ts";
import { type Entity, slug, unshouted } from "./entity.ts";
import { genderOf } from "./gender.ts";
import { isFirmName, type NameRun, nameRuns, namesOrganization } from "./name-run.ts";
import { roleAfter, roleBefore } from "./role-description.ts";

const places = wordSet({ ...countryList, entries: [...countryList.entries, ...seatList.entries] });
const firstNames = wordSet({ ...femaleList, entries: [...femaleList.entries, ...maleList.entries] });

/** A name where it stands, with whom it names. */
export interface NameMention {
  readonly span: Span;
  readonly entity: Entity;
  /** Whether a finite verb follows: the one whom the next sentence's "she" most likely means. */
  readonly subject: boolean;
}

/** Everybody that an article names, and every place where it does, in order. */
export interface Roster {
  readonly entities: readonly Entity[];
  readonly mentions: readonly NameMention[];
  /** Whom a name run means, by full name, surname or first name; several where two share it. */
  readonly candidates: (words: readonly string[]) => readonly Entity[];
}

/** A nickname in marks within a name, with its marks, in code units; and how many a sentence is searched for. */
const longestNickname = 24;
const mostNicknames = 40;

interface FoundRun {
  readonly run: NameRun;
  readonly tokens: readonly Token[];
}

/**
 * Reads the whole article for names before any source is resolved, so that a surname finds the full name wherever
 * that stands. Names of two words or more make entities; single words join the entity whose last (or only first)
 * name they are.
 */
export function readRoster(article: SegmentedArticle, marks: readonly (readonly Quotation[])[]): Roster {
  const found: FoundRun[] = [];
  for (const [paragraph, segment] of article.segments.entries()) {
    if (segment.kind !== "body") continue;
    const nicknames = (marks[paragraph] ?? []).filter(
      ({ span: [start, end] }) => end - start <= longestNickname,
    );
    let next = 0;
    for (const sentence of segment.sentences) {
      while ((nicknames[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= sentence.span[0]) next++;
      const tokens = tokenise(article.text, sentence.span, nicknames.slice(next, next + mostNicknames));
      for (const run of nameRuns(tokens)) found.push({ run, tokens });
    }
  }
  const book = new Book();
  for (const { run, tokens } of found) {
    if (run.words.length > 1 && !run.words.every((word) => /^\p{Lu}\.?$/u.test(word)))
      book.enter(article.text, run, tokens);
  }
  for (const { run, tokens } of found)
    if (run.words.length === 1) book.enterSingle(article.text, run, tokens);
  book.settle();
  const mentions: NameMention[] = [];
  for (const { run, tokens } of found) {
    if (run.words.length === 0) continue;
    const entity = latest(book.candidates(run.words), run, mentions);
    if (!entity) continue;
    entity.mentions.push(run.nameSpan);
    mentions.push({ span: run.span, entity, subject: isSubject(tokens, run) });
  }
  return { entities: book.entities, mentions, candidates: (words) => book.candidates(words) };
}

/** Among people of one name, the one whose title fits, else the one named last. */
export function latest(
  candidates: readonly Entity[],
  run: NameRun,
  mentions: readonly NameMention[],
): Entity | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  const gender = genderOf(run.title, undefined);
  const role = run.title?.toLowerCase();
  const fitting = candidates.filter(
    (entity) =>
      (gender === null || entity.gender === null || entity.gender === gender) &&
      (!role || gender !== null || entity.roles.some((known) => known.toLowerCase().includes(role))),
  );
  const pool = fitting.length > 0 ? fitting : candidates;
  for (let at = mentions.length - 1; at >= 0; at--) {
    const entity = mentions[at]?.entity;
    if (entity && pool.includes(entity)) return entity;
  }
  return pool[0] ?? null;
}

/** The entities as they are entered, with the words that lead to them. */
class Book {
  readonly entities: Entity[] = [];
  readonly #byWords = new Map<string, Entity[]>();
  readonly #calledBy = new Map<Entity, Set<string>>();

  /** A body is called by its first word ("Harrowgate" for Harrowgate Tools), a person by the last. */
  settle(): void {
    for (const [entity, names] of this.#calledBy) {
      if (entity.type !== "person" || entity.evident) continue;
      if (names.has(entity.words[0] ?? "") && !names.has(entity.words.at(-1) ?? ""))
        entity.type = "organization";
    }
  }

  candidates(words: readonly string[]): readonly Entity[] {
    return this.#byWords.get(words.map((word) => word.toLowerCase().replace(/\.$/u, "")).join(" ")) ?? [];
  }

  enter(text: string, run: NameRun, tokens: readonly Token[]): void {
    const known = this.candidates(run.words)[0];
    const entity = known ?? this.#create(run);
    describe(text, entity, run, tokens);
  }

  /** A single word joins somebody known by it; else it is an entity of its own: a place, a body, a person with a title. */
  enterSingle(text: string, run: NameRun, tokens: readonly Token[]): void {
    const known = this.candidates(run.words);
    if (known.length > 0) {
      const only = known.length === 1 ? known[0] : undefined;
      if (!only) return;
      if (only.type === "person") describe(text, only, run, tokens);
      if (only.words.length > 1)
        this.#calledBy.set(
          only,
          (this.#calledBy.get(only) ?? new Set()).add(run.words[0]?.toLowerCase() ?? ""),
        );
      return;
    }
    if (
      run.opensSentence &&
      run.title === null &&
      !isClitic(tokens[run.last + 1]) &&
      !looksLikeName(run, tokens)
    )
      return;
    describe(text, this.#create(run), run, tokens);
  }

  #create(run: NameRun): Entity {
    const name = run.words.map(unshouted).join(" ");
    const lower = name.toLowerCase();
    const type = places.has(lower)
      ? "place"
      : namesOrganization(run.words)
        ? "organization"
        : run.words.length > 1 || run.title !== null || firstNames.has(lower)
          ? "person"
          : "place";
    const words = run.words.map((word) => word.toLowerCase().replace(/\.$/u, ""));
    const evident = type !== "person" || run.title !== null || firstNames.has(words[0] ?? "");
    const entity: Entity = {
      id: slug(name),
      name,
      type,
      evident,
      words,
      gender: null,
      roles: [],
      mentions: [],
    };
    this.entities.push(entity);
    this.#index(words.join(" "), entity);
    if (type === "organization" && isFirmName(run.words)) this.#index(words[0] ?? "", entity);
    if (type === "person" && words.length > 1) {
      const [first = "", last = ""] = [words[0], words.at(-1)];
      this.#index(last, entity);
      this.#index(first, entity);
      if (words.length > 2) this.#index(`${first} ${last}`, entity);
    }
    return entity;
  }

  #index(key: string, entity: Entity): void {
    const list = this.#byWords.get(key);
    if (!list) this.#byWords.set(key, [entity]);
    else if (!list.includes(entity)) list.push(entity);
  }
}

/** At the head of a sentence a single capitalised word is a name if a verb follows and nothing else explains it. */
const looksLikeName = (run: NameRun, tokens: readonly Token[]): boolean => {
  const word = tokens[run.first]?.lower ?? "";
  const next = tokens[run.last + 1];
  return (
    places.has(word) ||
    firstNames.has(word) ||
    (!!next && /^(?:said|says|has|had|was|is|told|now|insists|denied|,)$/u.test(next.lower))
  );
};

/** Notes title, role and gender that stand beside a name. */
function describe(text: string, entity: Entity, run: NameRun, tokens: readonly Token[]): void {
  const before = roleBefore(text, tokens, run);
  const after = roleAfter(text, tokens, run);
  const title = run.title && !/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof)\.?$/u.test(run.title) ? run.title : null;
  for (const role of [title, before, after]) {
    if (role && !entity.roles.some((known) => known.toLowerCase() === role.toLowerCase()))
      entity.roles.push(role);
  }
  if (entity.type !== "person") return;
  if (
    title ||
    before ||
    after ||
    (tokens[run.last + 1]?.text === "," && tokens[run.last + 2]?.kind === "number")
  )
    entity.evident = true;
  entity.gender ??= genderOf(
    [run.title, before, after].filter((part) => part !== null).join(" "),
    entity.words[0],
  );
}

const isSubject = (tokens: readonly Token[], run: NameRun): boolean => {
  const next = tokens[run.last + 1];
  return (
    looksFinite(next) ||
    (!!next && reportingVerbs(next.lower).some((verb) => verb.past || next.lower.endsWith("s")))
  );
};
