import { type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Resolution } from "./resolution.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/** The longest title of a work, in code units. */
const longestTitle = 100;

/** What may stand around a title at the end of a source: the word before it, two marks, a comma, two spaces. */
const titleMarks = "entitled".length + 5;

/**
 * The work whose title a quotation is ("The Long Winter"): every longer word of it has a capital and no full stop is
 * inside. `null` for other quotations.
 */
export const titledWork = (scene: Scene, token: Token | undefined): Entity | null =>
  token?.quotation && token.text.length <= longestTitle + titleMarks
    ? work(scene, textOf(scene.text, token.quotation.inner))
    : null;

/** A source that ends in a title: Ana Ruiz's “The Long Winter”; the film, titled “The Long Winter,”. */
export function workIn(scene: Scene, span: Span): Resolution | null {
  const { text } = scene;
  const end = text.charAt(span[1] - 1) === "," ? span[1] - 2 : span[1] - 1;
  if (!['"', "”"].includes(text.charAt(end))) return null;
  const tail = textOf(scene.text, span).slice(-longestTitle - titleMarks);
  const title = /(?:['’]s|\s(?:titled|entitled|called))\s["“]([^"“”]+)["”],?$/u.exec(tail)?.[1];
  const entity = title === undefined ? null : work(scene, title);
  return entity && { entity, rule: "full-name" };
}

function work({ cast }: Scene, inside: string): Entity | null {
  const title = inside.trim().replace(/[,.]$/u, "").replace(/\s+/gu, " ");
  if (title.length > longestTitle || !isTitle(title)) return null;
  const id = slug(title);
  return cast.once(id, () => newEntity(id, title, "organization", title.toLowerCase().split(" ")));
}

/** Short words are small in many a title ("of", "with"). */
const isTitle = (words: string): boolean =>
  /^[\p{Lu}\p{N}]/u.test(words) &&
  !/[.!?]\s/u.test(words) &&
  words.split(" ").every((word) => word.length < 5 || /^\P{L}*[\p{Lu}\p{N}]/u.test(word));
