import { isRoleNoun } from "../roles/noun-complement.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { isContentWord, isDeterminer, isPreposition } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Resolution } from "./resolution.ts";
import { campaignOf } from "./resolve-campaign.ts";
import { compound, resolveName } from "./resolve-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/**
 * "The Ruiz campaign and Tom Falk", "skippers and Ana Ruiz": somebody named behind those that a noun stands for. `null`
 * for any other source.
 */
export function joinedPhrase(scene: Scene, tokens: readonly Token[], span: Span): Resolution | null {
  const and = tokens.findIndex(({ lower }) => lower === "and");
  if (and < 1) return null;
  const left = tokens.slice(0, and);
  const noun = left.at(-1);
  if (!isContentWord(noun) || !left.every(isPlain)) return null;
  const opens = and === 1 && /[^s]s$/u.test(noun?.text ?? "");
  if (noun?.text !== noun?.lower && !opens) return null;
  const right = tokens.slice(and + 1);
  const named = isNamed(right) ? resolveName(scene, right)?.entity : null;
  if (!named || named.type === "group") return null;
  // "Former cook and Mayor Ana Ruiz": both are hers.
  if (isRoleNoun(noun) && named.type === "person") return { entity: named, rule: "full-name" };
  const first = campaignOf(scene, left, span)?.entity ?? resolveName(scene, left)?.entity;
  return {
    entity: first ? compound(scene, [first, named]) : withOthers(scene, left, named),
    rule: "compound",
  };
}

const isPlain = (token: Token): boolean => token.text !== "," && !isPreposition(token);

/** Whether nothing in small letters but a determiner stands before the first capital. */
const isNamed = (tokens: readonly Token[]): boolean => {
  const [first, second] = tokens;
  return /^\p{Lu}/u.test((isDeterminer(first) ? second : first)?.text ?? "");
};

function withOthers(scene: Scene, left: readonly Token[], named: Entity): Entity {
  const words = scene.text.slice(left[0]?.start, left.at(-1)?.end).replace(/\s+/gu, " ");
  const name = `${words} and ${named.name}`;
  return scene.cast.once(slug(name), () => newEntity(slug(name), name, "group", []));
}
