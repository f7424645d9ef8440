import { setScene } from "./actors/scene.ts";
import { assemble } from "./assemble.ts";
import type { Extraction } from "./extraction.ts";
import type { UnitRoles } from "./linking/draft.ts";
import { link } from "./linking/link.ts";
import { speakerTurn } from "./linking/speaker-turns.ts";
import { scanMarks } from "./marks/scan-marks.ts";
import { findRoles } from "./roles/find-roles.ts";
import { unitsOf } from "./roles/unit.ts";
import type { SegmentedArticle } from "./segmented-article.ts";

/**
 * Finds every attribution, quote, claim and actor of a segmented article: marks, roles, linking, actors, claims.
 * Pure, and never throws on what `segmentArticle` gives.
 */
export function tagArticle(article: SegmentedArticle): Extraction {
  const { text, segments } = article;
  const marks = scanMarks(
    text,
    segments.map(({ span, sentences }) => ({ span, sentences: sentences.map((sentence) => sentence.span) })),
  );
  const found: UnitRoles[] = [];
  const turns = segments.flatMap((segment, paragraph) => {
    if (segment.kind !== "body" && segment.kind !== "headline") return [];
    const units = unitsOf(text, segment, paragraph, marks[paragraph] ?? []);
    const turn = speakerTurn(segment, units, found.length);
    for (const unit of units) found.push({ unit, roles: turn ? null : findRoles(unit) });
    return turn ?? [];
  });
  const drafts = [...turns, ...link(text, found)];
  const units = found.map(({ unit }) => unit);
  return assemble(article, drafts, setScene(article, units, marks));
}
