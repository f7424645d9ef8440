import { nameKey } from "../known-actors/known-actors.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic } from "../tokens/word-classes.ts";
import { type Entity, newEntity } from "./entity.ts";
import { nameRuns } from "./name-run.ts";
import type { Resolution } from "./resolution.ts";
import { whoOfOneName } from "./same-name.ts";
import type { Scene } from "./scene.ts";
import { slug } from "./slug.ts";

/** Whom the head of a source names; two names joined by "and" are a group. `null` where it names nobody. */
export function resolveName(scene: Scene, head: readonly Token[]): Resolution | null {
  const named = nameRuns(head).flatMap((run) => {
    if (run.words.length === 0) return [];
    const candidates = scene.roster.candidates(run.words);
    const before = candidates.length > 1 ? scene.timeline.before(run.span[0]) : [];
    const entity = whoOfOneName(candidates, run, before);
    return entity ? [{ entity, run }] : [];
  });
  const last = named.at(-1);
  if (!last) return null;
  const { entity, run } = last;
  const joined = head.some((token) => token.lower === "and");
  // A name before a common noun only modifies it: "Tarrow Glass workers".
  if (!joined && head.slice(run.last + 1).some((token) => token.kind === "word" && !isClitic(token)))
    return null;
  const members = named.map((member) => member.entity);
  if (joined && members.length > 1) return { entity: compound(scene, members), rule: "compound" };
  if (isAlias(scene, run.words.join(" "), entity)) return { entity, rule: "alias" };
  if (run.words.length < entity.words.length) return { entity, rule: "surname" };
  return { entity, rule: run.words.length > 1 ? "full-name" : "name" };
}

/** Whether the user's file of known actors, and not the article, says that this name is the entity's. */
function isAlias({ cast }: Scene, written: string, entity: Entity): boolean {
  const known = cast.known.called(written);
  return known !== null && slug(known.name) === entity.id && nameKey(written) !== nameKey(known.name);
}

/** Several who speak as one. */
function compound(scene: Scene, members: readonly Entity[]): Entity {
  const names = members.map(({ name }) => name);
  const name = `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
  const id = slug(name);
  return scene.cast.once(id, () => newEntity(id, name, "group", []));
}
