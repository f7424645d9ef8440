import { isPreposition } from "../tokens/word-classes.ts";
import type { Entity } from "./entity.ts";
import { type Pronoun, pronounCandidates } from "./pronoun-candidates.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import type { Scene } from "./scene.ts";

/** "he", "they", "it": the candidate that is chosen among those mentioned before. */
export function resolvePronoun(scene: Scene, pronoun: Pronoun): Resolution {
  const ahead = subjectAhead(scene, pronoun);
  if (ahead) return { entity: ahead, rule: "pronoun" };
  const candidates = pronounCandidates(scene, pronoun);
  const chosen = candidates.length > 0 ? scene.choose(candidates, pronoun) : null;
  if (!chosen) return unresolved;
  const { entity } = chosen;
  if (pronoun.kind === "person") entity.gender ??= pronoun.gender;
  return { entity, rule: "pronoun" };
}

/** "In his view, Ruiz said": the subject that follows a phrase which opens the sentence. */
function subjectAhead({ timeline, text }: Scene, { span, unit, kind, gender }: Pronoun): Entity | null {
  if (kind !== "person" || span[1] - span[0] !== 3 || unit.tokens[1]?.start !== span[0]) return null;
  if (!/^(?:his|her)$/iu.test(text.slice(...span)) || !isPreposition(unit.tokens[0])) return null;
  const [next] = timeline.named(span[1], unit.span[1]);
  if (!next?.subject || next.entity.type !== "person" || (next.entity.gender ?? gender) !== gender)
    return null;
  return /,\s*(?:\p{L}+\.\s)?$/u.test(text.slice(span[1], next.span[0])) ? next.entity : null;
}
