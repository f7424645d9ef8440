import { firstFrom } from "../first-from.ts";
import { type Phrase, spanOf } from "../roles/phrase.ts";
import { phraseEndingAt } from "../roles/phrase-ending-at.ts";
import type { Unit } from "../roles/unit.ts";
import { type Span, textOf } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { isPreposition } from "../tokens/word-classes.ts";
import type { Entity } from "./entity.ts";
import { type Pronoun, pronounCandidates } from "./pronoun-candidates.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { resolvePhrase } from "./resolve-description.ts";
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

/** How many noun phrases back the antecedent of "who" is looked for: "voters in Karsia, who …". */
const mostPhrases = 3;

/** "who", "which": the noun phrase that stands before; for "who" the nearest one that can be somebody. */
export function resolveRelative(scene: Scene, span: Span, unit: Unit): Resolution {
  const { tokens } = unit;
  const at = firstFrom(tokens, span[0], (token) => token.span[0]);
  const personal = /^(?:who|.* of whom$)/iu.test(textOf(scene.text, span));
  let before = at - 1;
  // A comma, a dash, or a dash typed as two hyphens.
  while (before >= at - 2 && /^(?:,|-+|–|—)$/u.test(tokens[before]?.text ?? "")) before--;
  let nearest: Entity | null = null;
  for (let phrases = 0; phrases < mostPhrases; phrases++) {
    const read = phraseEndingAt(tokens, before, 0);
    if (!read) break;
    const phrase = withoutOneOf(tokens, read);
    const antecedent = spanOf(tokens, phrase);
    const { entity } = resolvePhrase(scene, antecedent, tokenise(scene.text, antecedent, []));
    nearest ??= entity;
    if (entity && (!personal || !isPlaceOrBody(entity))) {
      const subject = isCopula(tokens[phrase.first - 1]) ? phraseEndingAt(tokens, phrase.first - 2, 0) : null;
      if (!subject) return { entity, rule: "relative-pronoun" };
      // "Ruiz is a lawyer who …": the lawyer is Ruiz.
      const named = spanOf(tokens, subject);
      const { entity: same } = resolvePhrase(scene, named, tokenise(scene.text, named, []));
      return { entity: same ?? entity, rule: "relative-pronoun" };
    }
    if (!isPreposition(tokens[phrase.first - 1])) break;
    before = phrase.first - 2;
  }
  return nearest ? { entity: nearest, rule: "relative-pronoun" } : unresolved;
}

/** "One of three members who …": who is meant are the three. */
const withoutOneOf = (tokens: readonly Token[], { first, last }: Phrase): Phrase =>
  first + 2 <= last && tokens[first]?.lower === "one" && tokens[first + 1]?.lower === "of"
    ? { first: first + 2, last }
    : { first, last };

const isPlaceOrBody = ({ type }: Entity): boolean => type === "place" || type === "organization";

const isCopula = (token: Token | undefined): boolean => !!token && ["is", "was", "'s"].includes(token.lower);
