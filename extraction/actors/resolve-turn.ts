import { type Span, textOf } from "../span.ts";
import { tokenise } from "../tokens/tokenise.ts";
import { describe } from "./describe.ts";
import type { Entity } from "./entity.ts";
import { type Resolution, unresolved } from "./resolution.ts";
import { resolveName } from "./resolve-name.ts";
import type { Scene } from "./scene.ts";
import { headNoun } from "./source-kind.ts";

/**
 * Whose turn of an interview a label announces: "Q" is the interviewer's, "A" the interviewee's, any other label is
 * a name or a description.
 */
export function resolveTurn(scene: Scene, label: Span, interviewee: Entity | null): Resolution {
  const written = textOf(scene.text, label);
  if (/^(?:Q|Question|Interviewer)$/iu.test(written)) return { entity: scene.author, rule: "author" };
  if (/^(?:A|Answer)$/iu.test(written))
    return interviewee ? { entity: interviewee, rule: "interviewee" } : unresolved;
  const tokens = tokenise(scene.text, label, []);
  const named = resolveName(scene, tokens);
  if (named) return named;
  const [surnamed] = scene.roster.candidates({
    words: written.split(/\s+/u).slice(-1),
    title: null,
    determined: false,
  });
  return surnamed
    ? { entity: surnamed, rule: "surname" }
    : { entity: describe(scene, label, headNoun(tokens)), rule: "description" };
}

/** Whom an interview is with: the person whom its text names most, its author aside; `null` for nobody. */
export function intervieweeOf({ cast, author }: Scene): Entity | null {
  let most: Entity | null = null;
  for (const entity of cast.entities) {
    if (entity.type !== "person" || entity === author) continue;
    if (!most || entity.mentions.length > most.mentions.length) most = entity;
  }
  return most;
}
