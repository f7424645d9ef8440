import type { Token } from "../tokens/token.ts";
import { isPossessive } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Resolution } from "./resolution.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/**
 * Index of the "and" that adds those around somebody to the one at the head of a source ("Ruiz and other neighbours",
 * "Ana Ruiz, a skipper, and her aides"), the head ending before `behind`; -1 where there is none.
 */
export function companionsAt(tokens: readonly Token[], behind: number): number {
  const at = tokens.findIndex(
    ({ lower }, index) => index >= behind && lower === "and" && isOthers(tokens, index + 1),
  );
  return at === behind || (at > behind && tokens[behind]?.text === ",") ? at : -1;
}

const isOthers = (tokens: readonly Token[], at: number): boolean =>
  ["other", "others"].includes(tokens[at]?.lower ?? "") ||
  (isPossessive(tokens[at]) && tokens[at]?.lower !== "whose" && at + 1 < tokens.length);

/** Somebody and those around them as a group of its own, which is called by the full name; `at` is that of "and". */
export function withCompanions(
  scene: Scene,
  entity: Entity,
  tokens: readonly Token[],
  at: number,
): Resolution | null {
  const [first, last] = [tokens[at + 1], tokens.at(-1)];
  if (!first || !last) return null;
  const others = scene.text.slice(first.span[0], last.span[1]).replace(/\s+/gu, " ").replace(/,$/u, "");
  const name = `${entity.name} and ${others}`;
  const id = slug(name);
  return { entity: scene.cast.once(id, () => newEntity(id, name, "group", [])), rule: "compound" };
}
