import type { Draft } from "../linking/draft.ts";
import type { Quotation } from "../marks/quotation.ts";
import { isRoleNoun } from "../roles/noun-complement.ts";
import { spanOf } from "../roles/phrase.ts";
import { phraseEndingAt } from "../roles/phrase-ending-at.ts";
import type { Unit } from "../roles/unit.ts";
import type { SegmentedArticle } from "../segmented-article.ts";
import { contains, type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { isDeterminer, isPossessive } from "../tokens/word-classes.ts";
import { type Entity, slug } from "./entity.ts";
import { type Gender, genderOf, genderOfPronoun } from "./gender.ts";
import { isFirmName, nameRuns } from "./name-run.ts";
import { latest, type NameMention, type Roster, readRoster } from "./roster.ts";
import { headNoun, headOf, isOrganizationNoun, typeOfDescription } from "./source-kind.ts";

/** Whom a draft's words belong to, and how that was found. */
export interface Resolution {
  readonly entity: Entity | null;
  readonly rule: ActorRule;
}

/** The rules that resolve a source, by what the source is. */
export const actorRules = [
  "full-name",
  "surname",
  "name",
  "role",
  "organization-noun",
  "pronoun",
  "relative-pronoun",
  "possessive",
  "description",
  "compound",
  "author",
  "interviewee",
  "same-speaker",
  "absent",
  "unresolved",
] as const;
export type ActorRule = (typeof actorRules)[number];

/** How far back, in characters, a pronoun looks for whom it means: about three paragraphs of news. */
const pronounReach = 1500;

/** How many mentions back anything is looked for; it keeps the time linear in the length of the article. */
const mostMentions = 400;

/** Nouns that stand for any firm or club that the article has named. */
const firms = new Set([
  "company",
  "firm",
  "group",
  "club",
  "union",
  "agency",
  "bank",
  "broadcaster",
  "newspaper",
  "maker",
  "retailer",
  "carmaker",
  "airline",
  "builder",
  "brewer",
  "operator",
  "supplier",
  "producer",
  "lender",
  "insurer",
  "utility",
  "chain",
  "startup",
  "publisher",
  "supermarket",
  "team",
  "party",
]);

const absent: Resolution = { entity: null, rule: "absent" };
const unresolved: Resolution = { entity: null, rule: "unresolved" };

/** Resolves the sources of one article in reading order, since pronouns depend on who came before. */
export class Resolver {
  readonly #article: SegmentedArticle;
  readonly #units: readonly Unit[];
  readonly #roster: Roster;
  /** Mentions so far, those by pronoun and role included, in order of place. */
  readonly #timeline: NameMention[];
  readonly #described = new Map<string, Entity>();
  readonly #done = new Map<Draft, Resolution>();
  #author: Entity | null = null;
  /** Who asked in the attribution before. */
  #asker: Entity | null = null;

  constructor(article: SegmentedArticle, units: readonly Unit[], marks: readonly (readonly Quotation[])[]) {
    this.#article = article;
    this.#units = units;
    this.#roster = readRoster(article, marks);
    // Who is only named inside somebody's quotation is not meant by the reporter's next "he".
    this.#timeline = outside(this.#roster.mentions, marks.flat());
  }

  /** The article's author: the first name of the byline, or "the author" where there is none. */
  author(): Entity {
    if (this.#author) return this.#author;
    const written = this.#article.authors[0];
    const name = written?.name ?? "the author";
    this.#author = {
      id: written ? slug(name) : "the-author",
      name,
      type: "author",
      evident: true,
      words: name.toLowerCase().split(/\s+/u),
      gender: null,
      roles: [],
      mentions: this.#article.authors.filter((author) => author.name === name).map((author) => author.span),
    };
    return this.#author;
  }

  /** Whom the words of a draft belong to. Drafts must be asked for in reading order. */
  resolve(draft: Draft): Resolution {
    const resolution = this.#decide(draft);
    this.#done.set(draft, resolution);
    this.#asker = draft.act === "ask" ? resolution.entity : null;
    const place = draft.source;
    if (resolution.entity && place) this.#note(place, resolution.entity);
    return resolution;
  }

  #decide(draft: Draft): Resolution {
    if (draft.rule === "speaker-turn") return this.#turn(draft);
    const { speaker } = draft;
    if (speaker?.kind === "nobody") return unresolved;
    if (speaker?.kind === "same-as") {
      const before = this.#done.get(speaker.draft);
      return before?.entity ? { entity: before.entity, rule: "same-speaker" } : unresolved;
    }
    const place = speaker?.span ?? draft.source;
    if (!place) return absent;
    const unit = this.#units[draft.unit];
    return unit ? this.#source(place, unit) : unresolved;
  }

  #source(span: Span, unit: Unit): Resolution {
    const tokens = tokenise(this.#article.text, span, []);
    const opening = tokens[0];
    if (!opening) return absent;
    if (tokens.length === 1) {
      if (opening.lower === "who" || opening.lower === "which") return this.#relative(span, unit);
      const gender = genderOfPronoun(opening.lower);
      if (gender !== undefined) return this.#pronoun(gender, span, unit);
      if (["i", "we", "me", "my", "our"].includes(opening.lower))
        return { entity: this.author(), rule: "author" };
      if (["they", "their", "it", "its", "them"].includes(opening.lower))
        return this.#body(span, opening.lower.startsWith("it"));
    }
    return this.#phrase(span, tokens);
  }

  #phrase(span: Span, written: readonly Token[]): Resolution {
    // "that of Foreign Minister Ferrin, who …"
    const tokens = written[1]?.lower === "of" && isDeterminer(written[0]) ? written.slice(2) : written;
    const head = headOf(tokens);
    const named = this.#named(head);
    if (named) return named;
    // "his lawyer, Tom Reyes," — the apposition names whom the head only describes.
    const comma = tokens.findIndex((token) => token.text === ",");
    if (comma > 0 && (isRoleNoun(head.at(-1)) || isDeterminer(head[0]) || isPossessive(head[0]))) {
      const apposed = this.#named(headOf(tokens.slice(comma + 1)));
      if (apposed && apposed.entity?.type === "person") return apposed;
    }
    const noun = headNoun(head);
    const definite = head[0]?.lower === "the" && head.length === tokens.length;
    if (definite && isRoleNoun(head.at(-1))) {
      const holder = this.#holderOf(noun, span);
      if (holder) return { entity: holder, rule: "role" };
    }
    if (definite) {
      const again = this.#describedBy(noun, span);
      if (again) return { entity: again, rule: "description" };
    }
    if (definite && isOrganizationNoun(noun)) {
      const body = this.#bodyCalled(noun, span);
      if (body) return { entity: body, rule: "organization-noun" };
    }
    if (
      definite &&
      (tokens[1]?.lower === "former" ||
        /^\d+-year-old$/u.test(noun) ||
        /^\d+-year-old$/u.test(tokens[1]?.lower ?? ""))
    ) {
      const topic = this.#before(span[0]).findLast(
        ({ entity, subject }) => subject && entity.type === "person",
      );
      if (topic && span[0] - topic.span[0] < pronounReach) return { entity: topic.entity, rule: "role" };
    }
    return { entity: this.#describe(span, noun), rule: "description" };
  }

  /** The entity whose name stands in the head of a source; a compound of two names is a group. */
  #named(head: readonly Token[]): Resolution | null {
    const runs = nameRuns(head).filter((run) => run.words.length > 0);
    const entities = runs.flatMap((run) => {
      const entity = latest(this.#roster.candidates(run.words), run, this.#before(run.span[0]));
      return entity ? [{ entity, run }] : [];
    });
    const last = entities.at(-1);
    if (!last) return null;
    // A name before a common noun only modifies it: "Tarrow Glass workers".
    const behind = head
      .slice(last.run.last + 1)
      .filter((token) => token.kind === "word" && token.lower !== "'s");
    if (behind.length > 0 && !head.some((token) => token.lower === "and")) return null;
    if (entities.length > 1 && head.some((token) => token.lower === "and")) {
      return { entity: this.#compound(entities.map(({ entity }) => entity)), rule: "compound" };
    }
    const { entity, run } = last;
    return {
      entity,
      rule:
        run.words.length === entity.words.length ? (run.words.length > 1 ? "full-name" : "name") : "surname",
    };
  }

  #compound(members: readonly Entity[]): Entity {
    const name = `${members
      .slice(0, -1)
      .map((member) => member.name)
      .join(", ")} and ${members.at(-1)?.name ?? ""}`;
    return this.#once(slug(name), () => ({
      id: slug(name),
      name,
      type: "group",
      evident: true,
      words: [],
      gender: null,
      roles: [],
      mentions: [],
    }));
  }

  /** "who", "which": the noun phrase that stands before. */
  #relative(span: Span, unit: Unit): Resolution {
    const at = unit.tokens.findIndex((token) => token.span[0] === span[0]);
    const before = unit.tokens[at - 1]?.text === "," ? at - 2 : at - 1;
    const phrase = phraseEndingAt(unit.tokens, before, 0);
    if (!phrase) return unresolved;
    const antecedent = spanOf(unit.tokens, phrase);
    const { entity } = this.#phrase(antecedent, tokenise(this.#article.text, antecedent, []));
    return { entity, rule: "relative-pronoun" };
  }

  /**
   * "he", "she": within the reach, the subject-like (first) fitting person of the nearest sentence that has one,
   * in the spirit of Hobbs (1978): the sentence itself first, then backwards.
   */
  #pronoun(gender: Gender, span: Span, unit: Unit): Resolution {
    const near = this.#before(subjectPronoun(unit, span, gender) ? unit.span[0] : span[0]).filter(
      ({ entity, span: place }) =>
        entity.type === "person" &&
        span[0] - place[0] < pronounReach &&
        (entity.gender === null || entity.gender === gender),
    );
    // Who has just asked is not the one who answers.
    const others = near.filter(({ entity }) => entity !== this.#asker);
    const answering = others.length > 0 ? others : near;
    const evident = answering.filter(({ entity, subject }) => entity.evident || subject);
    const before = evident.length > 0 ? evident : answering;
    const here = before.filter(({ span: place }) => contains(unit.span, place));
    const nearest = before.at(-1);
    if (!nearest) return unresolved;
    const sentence = this.#units.findLast(({ span: [start] }) => start <= nearest.span[0]);
    const there = before.filter(
      ({ span: place }) => sentence !== undefined && contains(sentence.span, place),
    );
    const subject = (mentions: readonly NameMention[]): NameMention | undefined =>
      mentions.findLast((mention) => mention.subject);
    const entity = (subject(here) ?? here[0] ?? subject(there) ?? there[0] ?? nearest).entity;
    entity.gender ??= gender;
    return { entity, rule: "pronoun" };
  }

  /** "they", "it": the group, organisation or place that spoke last. */
  #body(span: Span, single: boolean): Resolution {
    const before = this.#before(span[0]);
    const entity = before.findLast(({ entity: candidate, span: place }) => {
      if (span[0] - place[0] > pronounReach) return false;
      return single
        ? candidate.type === "organization" || candidate.type === "place"
        : ["group", "unnamed", "organization"].includes(candidate.type);
    })?.entity;
    return entity ? { entity, rule: "pronoun" } : unresolved;
  }

  /** The person last named whose role has this noun: "the minister". */
  #holderOf(noun: string, span: Span): Entity | null {
    const holds = (entity: Entity): boolean =>
      entity.type === "person" &&
      entity.roles.some((role) =>
        role
          .toLowerCase()
          .split(/[\s-]+/u)
          .includes(noun),
      );
    return this.#before(span[0]).findLast(({ entity }) => holds(entity))?.entity ?? null;
  }

  /** The organisation last named that the noun fits: its name has the noun, or the noun means any firm. */
  #bodyCalled(noun: string, span: Span): Entity | null {
    const before = this.#before(span[0]);
    const bodies = before.filter(({ entity }) => entity.type === "organization");
    const exact = bodies.findLast(({ entity }) => entity.words.includes(noun));
    if (exact) return exact.entity;
    if (!firms.has(noun)) return null;
    // A name of unclear kind, if it is the only one that could be the firm, is one.
    const unclear = before.filter(({ entity }) => entity.type === "person" && !entity.evident);
    const firm =
      (bodies.findLast(({ entity }) => isFirmName(entity.words)) ?? bodies.at(-1))?.entity ??
      unclear.at(-1)?.entity;
    if (firm?.type === "person") firm.type = "organization";
    return firm ?? null;
  }

  /** A source without a name is an actor of this article, by the article's own words for it. */
  #describe(span: Span, noun: string): Entity {
    const name = textOf(this.#article.text, span).replace(/\s+/gu, " ").replace(/,$/u, "");
    const bare = name.replace(/^(?:the|a|an)\s+/iu, "");
    const plural = /[^s]s$/u.test(noun) || noun === "people" || noun === "others" || noun === "many";
    return this.#once(`unnamed-${slug(bare)}`, () => ({
      id: `unnamed-${slug(bare)}`,
      name,
      type: typeOfDescription(noun, plural),
      evident: true,
      words: [noun],
      gender: genderOf(name, undefined),
      roles: [],
      mentions: [],
    }));
  }

  /** An unnamed source called again by its noun: "a senior official", later "the official". */
  #describedBy(noun: string, span: Span): Entity | null {
    const known = this.#before(span[0]).findLast(
      ({ entity }) => entity.type === "unnamed" && entity.words.includes(noun),
    );
    return known?.entity ?? null;
  }

  #once(id: string, make: () => Entity): Entity {
    const known = this.#described.get(id);
    if (known) return known;
    const made = make();
    this.#described.set(id, made);
    return made;
  }

  /** An interview's turn: "Q" is the interviewer, "A" whom the article names most, another label a name. */
  #turn(draft: Draft): Resolution {
    if (!draft.source) return absent;
    const label = textOf(this.#article.text, draft.source);
    if (/^(?:Q|Question|Interviewer)$/iu.test(label)) return { entity: this.author(), rule: "author" };
    if (/^(?:A|Answer)$/iu.test(label)) {
      const people = this.#roster.entities.filter(({ type }) => type === "person");
      const most = people.reduce<Entity | null>(
        (best, entity) => (best && best.mentions.length >= entity.mentions.length ? best : entity),
        null,
      );
      return most ? { entity: most, rule: "interviewee" } : unresolved;
    }
    const words = label.split(/\s+/u);
    const tokens = tokenise(this.#article.text, draft.source, []);
    const known = this.#named(tokens) ?? null;
    if (known) return known;
    const entity = this.#roster.candidates([words.at(-1) ?? ""])[0];
    return entity
      ? { entity, rule: "surname" }
      : { entity: this.#describe(draft.source, headNoun(tokens)), rule: "description" };
  }

  /** The mentions before a place that are near enough to be meant. */
  #before(at: number): readonly NameMention[] {
    const end = firstFrom(this.#timeline, at);
    return this.#timeline.slice(Math.max(0, end - mostMentions), end);
  }

  #note(span: Span, entity: Entity): void {
    const alreadyNamed = this.#timeline
      .slice(firstFrom(this.#timeline, span[0]))
      .find((known) => known.span[0] < span[1] && known.entity === entity);
    if (!alreadyNamed) entity.mentions.push(span);
    const at = firstFrom(this.#timeline, span[0]);
    const inside = this.#timeline
      .slice(at, at + 4)
      .some((known) => known.entity === entity && contains(span, known.span));
    if (!inside) this.#timeline.splice(at, 0, { span, entity, subject: true });
  }
}

/** Whether the sentence has the same pronoun as its subject already: both then mean somebody named before it. */
const subjectPronoun = (unit: Unit, span: Span, gender: Gender): boolean => {
  const opening = unit.tokens[0];
  return !!opening && opening.span[0] < span[0] && genderOfPronoun(opening.lower) === gender;
};

/** Index of the first mention that does not stand before `at`, by bisection. */
function firstFrom(timeline: readonly NameMention[], at: number): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[middle]?.span[0] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mentions that no quotation covers; both lists are in order. */
function outside(mentions: readonly NameMention[], quotations: readonly Quotation[]): NameMention[] {
  let next = 0;
  return mentions.filter(({ span }) => {
    while ((quotations[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= span[0]) next++;
    const quotation = quotations[next];
    return !quotation || span[0] < quotation.span[0];
  });
}
