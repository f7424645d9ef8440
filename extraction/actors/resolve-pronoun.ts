import { firstFrom } from "../first-from.ts";
import { spanOf } from "../roles/phrase.ts";
import { phraseEndingAt } from "../roles/phrase-ending-at.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { type Pronoun, pronounCandidates } from "./pronoun-candidates.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { resolvePhrase } from "./resolve-description.ts";
import type { Scene } from "./scene.ts";

/** "he", "they", "it": the candidate that is chosen among those mentioned before. */
export function resolvePronoun(scene: Scene, pronoun: Pronoun): Resolution {
  const candidates = pronounCandidates(scene, pronoun);
  const chosen = candidates.length > 0 ? scene.choose(candidates, pronoun.kind) : null;
  if (!chosen) return unresolved;
  const { entity } = chosen;
  if (pronoun.kind === "person") entity.gender ??= pronoun.gender;
  return { entity, rule: "pronoun" };
}

/** "who", "which": the noun phrase that stands before. */
export function resolveRelative(scene: Scene, span: Span, unit: Unit): Resolution {
  const at = firstFrom(unit.tokens, span[0], (token) => token.span[0]);
  const before = unit.tokens[at - 1]?.text === "," ? at - 2 : at - 1;
  const phrase = phraseEndingAt(unit.tokens, before, 0);
  if (!phrase) return unresolved;
  const antecedent = spanOf(unit.tokens, phrase);
  const { entity } = resolvePhrase(scene, antecedent, tokenise(scene.text, antecedent, []));
  return { entity, rule: "relative-pronoun" };
}
