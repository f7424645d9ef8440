import { textOf } from "#extraction/span.ts";
import type { GoldIdentity, GoldSource, GoldSpeaker } from "../gold/actor-gold.ts";
import { comparable, comparableNames, comparableWords } from "./comparable-actor.ts";
import type { PredictedActor } from "./predicted-article.ts";

/**
 * A source resolved by hand with what is predicted for it: the actor, `null` where the source is found but not
 * resolved, `undefined` where no predicted source meets it.
 */
export interface AnsweredSource {
  readonly gold: GoldSource;
  readonly actor: PredictedActor | null | undefined;
}

/** An answered source and whether the answer is right; what is not resolved is not right. */
export interface JudgedSource extends AnsweredSource {
  readonly right: boolean;
}

/**
 * Judges the actors predicted for the sources of one article. The predicted actor is right
 *
 * - for the author, if it is the author;
 * - for somebody named, if the names are equal (`comparable-actor.ts` says in which respects), or if one of the
 *   actor's mentions is that name and the actor's own name is not somebody else's in the gold: the article's names are
 *   one actor then, only called by another of them ("FBI" for "Federal Bureau of Investigation"). An actor that took
 *   two people's mentions under the name of one of them is wrong for the other;
 * - for several, if its name lists just their names ("A and B"), in any order;
 * - for somebody whom the article never names, if it is described like that too: its name, or one of its mentions, is
 *   the same description; or it is their cluster. The wording of a description is arbitrary ("the officials", "two
 *   senior officials"), what counts is that the same sources are put together, so an actor is also right if most of
 *   the sources given to it are this one's and most of this one's are given to it (ties go to the first in the
 *   article), and either a noun phrase among these sources has it too or the shorter description is part of the
 *   longer one. The author, or an actor by the name of somebody in the gold, is never right here.
 *
 * Sources that a careful reader cannot tell are left out.
 */
export function judgeActors(
  text: string,
  answered: readonly AnsweredSource[],
  actors: readonly PredictedActor[],
): readonly JudgedSource[] {
  const judge = new Judge(text, answered, actors);
  return answered
    .filter(({ gold }) => gold.identity.who !== "untold")
    .map((source) => ({ ...source, right: !!source.actor && judge.isRight(source.gold, source.actor) }));
}

class Judge {
  readonly #text: string;
  readonly #answered: readonly AnsweredSource[];
  readonly #actors: readonly PredictedActor[];
  readonly #goldNames: ReadonlySet<string>;
  /** The actor that most sources of a gold label are given to, and the label of most sources of an actor. */
  readonly #actorOf: ReadonlyMap<string, string>;
  readonly #labelOf: ReadonlyMap<string, string>;

  constructor(text: string, answered: readonly AnsweredSource[], actors: readonly PredictedActor[]) {
    this.#text = text;
    this.#answered = answered;
    this.#actors = actors;
    this.#goldNames = new Set(
      answered.flatMap(({ gold }) =>
        speakersOf(gold.identity).flatMap(({ name, named }) => (named ? [comparable(name)] : [])),
      ),
    );
    const links = answered.flatMap(({ gold, actor }) =>
      actor ? [{ label: gold.label, actor: actor.id }] : [],
    );
    this.#actorOf = mostFrequent(links.map(({ label, actor }) => [label, actor]));
    this.#labelOf = mostFrequent(links.map(({ label, actor }) => [actor, label]));
  }

  isRight(gold: GoldSource, actor: PredictedActor): boolean {
    if (gold.identity.who !== "speakers") return gold.identity.who === "author" && actor.type === "author";
    const [only, ...others] = gold.identity.speakers;
    if (only === undefined) return false;
    if (others.length > 0) return this.#areAll(gold.identity.speakers, actor);
    return only.named ? this.#isNamed(only, actor) : this.#isDescribed(gold, only, actor);
  }

  #isNamed({ name }: GoldSpeaker, actor: PredictedActor): boolean {
    const wanted = comparable(name);
    const names = comparableNames(actor);
    if (names.has(wanted)) return true;
    return !this.#isSomebodyElse(names) && this.#isCalled(wanted, actor);
  }

  #areAll(speakers: readonly GoldSpeaker[], actor: PredictedActor): boolean {
    const parts = actor.name.split(/, (?:and )?| and /);
    const means = ({ name, named }: GoldSpeaker, part: string): boolean => {
      const wanted = comparable(name);
      if (comparable(part) === wanted) return true;
      const member = this.#actors.find((each) => each.name === part);
      return named && member !== undefined && this.#isNamed({ name, named }, member);
    };
    return (
      parts.length === speakers.length &&
      speakers.every((speaker) => parts.some((part) => means(speaker, part)))
    );
  }

  #isDescribed(gold: GoldSource, { name }: GoldSpeaker, actor: PredictedActor): boolean {
    if (actor.type === "author" || this.#isSomebodyElse(comparableNames(actor))) return false;
    const wanted = comparable(name);
    if (comparableNames(actor).has(wanted) || this.#isCalled(wanted, actor)) return true;
    const isCluster =
      this.#actorOf.get(gold.label) === actor.id && this.#labelOf.get(actor.id) === gold.label;
    if (!isCluster) return false;
    const phrases = this.#answered.filter(
      (other) =>
        other.gold.label === gold.label && other.gold.kind === "nominal" && other.actor?.id === actor.id,
    );
    if (isProperName(actor)) {
      // Not if it is just the words of such a phrase: "GOP’s complaint to the Board".
      const own = comparable(actor.name);
      return phrases.some((phrase) => comparable(textOf(this.#text, phrase.gold.span)) === own);
    }
    return phrases.length > 0 || isPartOf(comparableWords(name), comparableWords(actor.name));
  }

  /** Whether one of the actor's mentions is just this name or description. */
  #isCalled(wanted: string, { mentions }: PredictedActor): boolean {
    return mentions.some((mention) => comparable(textOf(this.#text, mention)) === wanted);
  }

  #isSomebodyElse(names: ReadonlySet<string>): boolean {
    return [...names].some((name) => this.#goldNames.has(name));
  }
}

const speakersOf = (identity: GoldIdentity): readonly GoldSpeaker[] =>
  identity.who === "speakers" ? identity.speakers : [];

/** A name rather than a description: its last word has a capital ("Democrats" are a group nevertheless). */
const isProperName = ({ name, type }: PredictedActor): boolean =>
  type !== "group" && type !== "unnamed" && /(?:^|\s)\p{Lu}\S*$/u.test(name);

/** Whether all words of the shorter description are among those of the longer one. */
function isPartOf(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  return shorter.length > 0 && shorter.every((word) => longer.has(word));
}

/** For each key the value that it stands with most often; of several the one that comes first. */
function mostFrequent(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [key, value] of pairs) {
    const ofKey = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofKey.set(value, (ofKey.get(value) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, values]) => {
      const [first] = [...values].sort(([, a], [, b]) => b - a);
      return [key, first?.[0] ?? ""];
    }),
  );
}
