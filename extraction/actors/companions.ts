import type { Token } from "../tokens/token.ts";
import { isDeterminer, isPossessive, isPreposition } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import type { Resolution } from "./resolution.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/**
 * Index of the "and" or comma that adds those around somebody to the one at the head of a source ("Ruiz and her aides",
 * "Ana Ruiz, a skipper, and others", "Ruiz, others"), the head ending before `behind`; -1 where there is none.
 */
export function companionsAt(tokens: readonly Token[], behind: number): number {
  const and = tokens[behind]?.lower === "and";
  if (isOthers(tokens[behind + 1]) && (and || behind + 2 === tokens.length)) return behind;
  if (and) return isThose(tokens.slice(behind + 1)) ? behind : -1;
  if (tokens[behind]?.text !== ",") return -1;
  // Behind an apposition, which a comma closes.
  return tokens.findIndex(
    ({ lower }, at) =>
      at > behind && lower === "and" && tokens[at - 1]?.text === "," && isOthers(tokens[at + 1]),
  );
}

/** "Her aides", "like-minded skippers": words in small letters that end in a plural, or whose owner is named before. */
function isThose(rest: readonly Token[]): boolean {
  const [first, second] = rest;
  if (isPossessive(first) && first?.lower !== "whose") return second !== undefined;
  return (
    rest.every(({ kind, text, lower }) => kind === "word" && text === lower) &&
    !rest.some((token) => isPreposition(token) || isDeterminer(token)) &&
    /[^s]s$/u.test(rest.at(-1)?.lower ?? "")
  );
}

const isOthers = (token: Token | undefined): boolean => ["other", "others"].includes(token?.lower ?? "");

/** Some and those around them as a group of its own, which is called by the full names; `at` is that of "and". */
export function withCompanions(
  scene: Scene,
  members: readonly Entity[],
  tokens: readonly Token[],
  at: number,
): Resolution | null {
  const [first, last] = [tokens[at + 1], tokens.at(-1)];
  if (!first || !last) return null;
  const others = scene.text.slice(first.start, last.end).replace(/\s+/gu, " ").replace(/,$/u, "");
  const name = `${members.map((one) => one.name).join(", ")} and ${others}`;
  const id = slug(name);
  return { entity: scene.cast.once(id, () => newEntity(id, name, "group", [])), rule: "compound" };
}
