import { type Span, textOf } from "../span.ts";
import { type Entity, newEntity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";
import { typeOfDescription } from "./source-kind.ts";

/** What the ids of those without a name begin with. */
const unnamedId = "unnamed-";

/** Whether an entity is a source without a name, called by a description. */
export const isUnnamed = ({ id }: Entity): boolean => id.startsWith(unnamedId);

/** The longest description that becomes a name, in code units. */
const longestName = 200;

/** Whether a lower-cased noun is plural by its ending. */
export const isPlural = (noun: string): boolean => /[^s]s$/u.test(noun);

/** A source without a name is an actor of this article, by the article's own words for it. */
export function describe(scene: Scene, span: Span, noun: string): Entity {
  const name = textOf(scene.text, span).replace(/\s+/gu, " ").replace(/,$/u, "");
  const id = `${unnamedId}${slug(name.replace(/^(?:the|a|an)\s+/iu, "")) || "source"}`;
  const plural = isPlural(noun) || ["people", "others", "many"].includes(noun);
  return scene.cast.once(id, () => {
    const entity = newEntity(id, shortened(name), typeOfDescription(noun, plural), [noun]);
    entity.gender = genderOf(name, undefined);
    return entity;
  });
}

const shortened = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName).toWellFormed().trimEnd()}…` : name;
