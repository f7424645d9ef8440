import { type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/** The longest title of a work, in code units. */
const longestTitle = 100;

/**
 * The work whose title a quotation is ("The Long Winter"): every longer word of it has a capital and no full stop is
 * inside. `null` for other quotations.
 */
export function titledWork({ text, cast }: Scene, token: Token | undefined): Entity | null {
  const inner = token?.quotation && trimmedTitle(text, token.quotation.inner);
  if (!inner || inner.length > longestTitle || !isTitle(inner)) return null;
  const id = slug(inner);
  return cast.once(id, () => newEntity(id, inner, "organization", inner.toLowerCase().split(/\s+/u)));
}

const trimmedTitle = (text: string, inner: Span): string =>
  textOf(text, inner).trim().replace(/[,.]$/u, "").replace(/\s+/gu, " ");

/** Short words are small in many a title ("of", "with"). */
const isTitle = (words: string): boolean =>
  /^[\p{Lu}\p{N}]/u.test(words) &&
  !/[.!?]\s/u.test(words) &&
  words.split(" ").every((word) => word.length < 5 || /^\P{L}*[\p{Lu}\p{N}]/u.test(word));
