import type { Actor, Extraction } from "#extraction/extraction.ts";
import { overlaps, textOf } from "#extraction/span.ts";
import type { GoldActor } from "../gold/gold-article.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";

/** A name as names are compared: lower case, no article in front, straight apostrophes, single spaces. */
export const comparableName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(the|an?) /, "");

const isNameless = ({ type }: { readonly type: string }): boolean => type === "unnamed" || type === "group";

/**
 * Whether the engine's actor is the gold one. Names decide; the author is the author by any name. An actor without a
 * name ("officials") is known by any of the words for it, or, if the engine too takes it for one without a name, by a
 * mention that meets one of its sources.
 */
export function isSameActor(gold: LocatedGold, goldActor: GoldActor, actor: Actor): boolean {
  if (goldActor.type === "author" || actor.type === "author") return goldActor.type === actor.type;
  if (comparableName(goldActor.name) === comparableName(actor.name)) return true;
  if (!isNameless(goldActor)) return false;
  const sources = gold.attributions
    .filter((attribution) => attribution.actor === goldActor.name)
    .flatMap((attribution) => attribution.source);
  const name = comparableName(actor.name);
  if (sources.some((source) => comparableName(textOf(gold.text, source)) === name)) return true;
  return (
    isNameless(actor) && sources.some((source) => actor.mentions.some((mention) => overlaps(source, mention)))
  );
}

/** Whether the actor's id in an extraction means the one that the gold names; `null` is right only for `null`. */
export function isRightActor(
  gold: LocatedGold,
  goldName: string | null,
  extraction: Extraction,
  actorId: string | null,
): boolean {
  if (goldName === null || actorId === null) return goldName === actorId;
  const goldActor = gold.actors.find(({ name }) => name === goldName);
  const actor = extraction.actors.find(({ id }) => id === actorId);
  return goldActor !== undefined && actor !== undefined && isSameActor(gold, goldActor, actor);
}

/** An actor's name for messages. */
export const nameOfActor = (extraction: Extraction, actorId: string | null): string =>
  extraction.actors.find(({ id }) => id === actorId)?.name ?? "nobody";
