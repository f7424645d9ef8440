import { setScene } from "./actors/scene.ts";
import { assemble } from "./assemble.ts";
import type { Extraction } from "./extraction.ts";
import { type KnownActors, nobodyKnown } from "./known-actors/known-actors.ts";
import type { UnitRoles } from "./linking/draft.ts";
import { link } from "./linking/link.ts";
import { speakerTurn } from "./linking/speaker-turns.ts";
import { articleUnits } from "./roles/article-units.ts";
import { findRoles } from "./roles/find-roles.ts";
import type { SegmentedArticle } from "./segmented-article.ts";

/**
 * Finds every attribution, quote, claim and actor of a segmented article: marks, roles, linking, actors, claims.
 * Pure, and never throws on what `segmentArticle` gives. `known` are the actors whom the user knows beforehand.
 */
export function tagArticle(article: SegmentedArticle, known: KnownActors = nobodyKnown): Extraction {
  const { paragraphs, marks } = articleUnits(article);
  const found: UnitRoles[] = [];
  const turns = paragraphs.flatMap(({ segment, units }) => {
    const turn = speakerTurn(segment, units, found.length);
    for (const unit of units) found.push({ unit, roles: turn ? null : findRoles(unit) });
    return turn ?? [];
  });
  const drafts = [...turns, ...link(article.text, found)];
  const units = found.map(({ unit }) => unit);
  return assemble(article, drafts, setScene(article, units, marks, known));
}
