import { type Pronoun, pronounCandidates } from "./pronoun-candidates.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import type { Scene } from "./scene.ts";

/** "he", "they", "it": the candidate that is chosen among those mentioned before. */
export function resolvePronoun(scene: Scene, pronoun: Pronoun): Resolution {
  const candidates = pronounCandidates(scene, pronoun);
  const chosen = candidates.length > 0 ? scene.choose(candidates, pronoun) : null;
  if (!chosen) return unresolved;
  const { entity } = chosen;
  if (pronoun.kind === "person") entity.gender ??= pronoun.gender;
  return { entity, rule: "pronoun" };
}
