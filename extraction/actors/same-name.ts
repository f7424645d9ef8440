import type { Entity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import type { NameRun } from "./name-run.ts";
import type { Mention } from "./timeline.ts";

/** How many mentions back the one named last is looked for. */
const mostMentions = 400;

/** Among people of one name, the one whose title fits, else the one named last. */
export function whoOfOneName(
  candidates: readonly Entity[],
  run: NameRun,
  mentions: readonly Mention[],
): Entity | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  const gender = genderOf(run.title, undefined);
  const role = run.title?.toLowerCase();
  const fitting = candidates.filter(
    (entity) =>
      (gender === null || entity.gender === null || entity.gender === gender) &&
      (!role || gender !== null || entity.roles.some((known) => known.toLowerCase().includes(role))),
  );
  const pool = mostInFull(fitting.length > 0 ? fitting : candidates);
  for (let at = mentions.length - 1; at >= Math.max(0, mentions.length - mostMentions); at--) {
    const entity = mentions[at]?.entity;
    if (entity && pool.includes(entity)) return entity;
  }
  return pool[0] ?? null;
}

/** Those whom the article names in full more than twice as often as any other; all where nobody stands out so. */
function mostInFull(entities: readonly Entity[]): readonly Entity[] {
  const most = Math.max(...entities.map(({ inFull }) => inFull));
  return entities.filter(({ inFull }) => inFull * 2 > most);
}
