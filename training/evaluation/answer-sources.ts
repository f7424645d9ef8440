import { type GivenAttribution, resolveSources } from "#extraction/resolve-sources.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { overlaps, type Span } from "#extraction/span.ts";
import type { GoldSource } from "../gold/actor-gold.ts";
import { type AnsweredSource, type JudgedSource, judgeActors } from "./judge-actors.ts";
import type { PredictedActor, PredictedArticle } from "./predicted-article.ts";
import type { StandoffArticle } from "./read-standoff.ts";

/**
 * Judges an article's sources end to end: each has the actor of the predicted attribution whose source shares most
 * characters with it (of equals the first), and none where no predicted source meets it.
 */
export function judgeEndToEnd(
  text: string,
  sources: readonly GoldSource[],
  { attributions, actors = [] }: PredictedArticle,
): readonly JudgedSource[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const answered = sources.map((gold): AnsweredSource => {
    let most = 0;
    let actor: PredictedActor | null | undefined;
    for (const attribution of attributions) {
      const shared = attribution.source.reduce((sum, span) => sum + sharedLength(span, gold.span), 0);
      if (shared <= most) continue;
      most = shared;
      actor = byId.get(attribution.actor ?? "") ?? null;
    }
    return { gold, actor };
  });
  return judgeActors(text, answered, actors);
}

/**
 * Judges the resolver alone: the engine is given the attributions that people marked, in place of its own, and
 * resolves their sources. A source that belongs to no attribution is given by itself. Nothing is judged in an
 * article that the segmenter refuses.
 */
export function judgeResolverAlone(
  { text, annotations }: StandoffArticle,
  sources: readonly GoldSource[],
): readonly JudgedSource[] {
  const segmented = segmentArticle(text);
  if (!segmented.ok) return [];
  const marked = (annotations[0] ?? []).map(
    ({ source, cue, content }): GivenAttribution => ({
      source: fromFirstToLast(source),
      cue: fromFirstToLast(cue),
      content,
    }),
  );
  const isMarked = ({ span }: GoldSource): boolean =>
    marked.some(({ source }) => source !== null && overlaps(source, span));
  const alone = sources
    .filter((source) => !isMarked(source))
    .map(({ span }): GivenAttribution => ({ source: span, cue: null, content: [] }));
  const given = [...marked, ...alone];
  const resolved = resolveSources(segmented.value, given);
  const answered = sources.map((gold): AnsweredSource => {
    // One source can stand inside another ("Ana Ruiz, who leads it, said"): its own answer is the one whose ends are its.
    const apartness = ({ source }: GivenAttribution): number =>
      source !== null && overlaps(source, gold.span)
        ? Math.abs(source[0] - gold.span[0]) + Math.abs(source[1] - gold.span[1])
        : Number.POSITIVE_INFINITY;
    const apart = given.map(apartness);
    const nearest = Math.min(...apart);
    const index = Number.isFinite(nearest) ? apart.indexOf(nearest) : -1;
    return { gold, actor: resolved[index]?.actor ?? null };
  });
  const actors = [...new Set(resolved.flatMap(({ actor }) => actor ?? []))];
  return judgeActors(text, answered, actors);
}

const sharedLength = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function fromFirstToLast(spans: readonly Span[]): Span | null {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? [first[0], last[1]] : null;
}
