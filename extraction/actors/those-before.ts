import { isRoleNounWord } from "../roles/noun-complement.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import type { Entity } from "./entity.ts";
import { holderTest } from "./role-holder.ts";
import type { Scene } from "./scene.ts";

/** How far back, in code units, "the two" looks for whom it means: about three paragraphs of news. */
const reach = 1500;

/** Nouns for any two people; a closed choice. */
const anybody = new Set(["duo", "men", "pair", "two", "women"]);

/**
 * "The senators", "the two lawmakers", "the two": those who last spoke as one, if one of them at least has the role and
 * nobody else spoke as one since. `null` for any other source.
 */
export function thoseBefore(
  { timeline, cast }: Scene,
  head: readonly Token[],
  noun: string,
  span: Span,
): Entity | null {
  const role = noun.replace(/m[ae]n$/u, "man").replace(/s$/u, "");
  const two = head[0]?.lower === "both" || head[1]?.lower === "two";
  if (!anybody.has(noun) && !(noun !== role && isRoleNounWord(role))) return null;
  const last = timeline
    .before(span[0], span[0] - reach + 1)
    .findLast(({ entity }) => cast.members.has(entity))?.entity;
  const members = (last && cast.members.get(last)) ?? [];
  if (!last || members.some(({ type }) => type !== "person") || (two && members.length !== 2)) return null;
  return anybody.has(noun) || members.some(holderTest(head, role)) ? last : null;
}
