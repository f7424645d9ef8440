import { actorOf } from "./actors/actor-of.ts";
import { type ChooseCandidate, likeliestCandidate } from "./actors/choose-candidate.ts";
import type { ActorRule } from "./actors/resolution.ts";
import { Resolver } from "./actors/resolve.ts";
import { setScene } from "./actors/scene.ts";
import type { Actor } from "./extraction.ts";
import { firstFrom } from "./first-from.ts";
import { nobodyKnown } from "./known-actors/known-actors.ts";
import { type Draft, startOfDraft } from "./linking/draft.ts";
import { articleUnits } from "./roles/article-units.ts";
import { actOfCue } from "./roles/cue-words.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { contains, overlaps, type Span, textOf } from "./span.ts";

/** An attribution whose spans are known and whose actor is asked for; UTF-16 code units, half-open. */
export interface GivenAttribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}

/** Whom the words of a given attribution belong to (`null` for unresolved), and the rule that says so. */
export interface ResolvedSource {
  readonly actor: Actor | null;
  readonly rule: ActorRule;
}

/**
 * Resolves the sources of attributions that something else has found: the engine's actors without its roles, so that
 * they can be measured alone. The answers stand in the order of `given`; those that mean one actor hold the same
 * object. A source outside headline and body is unresolved, as the engine finds none there.
 */
export function resolveSources(
  article: SegmentedArticle,
  given: readonly GivenAttribution[],
  choose: ChooseCandidate = likeliestCandidate,
): readonly ResolvedSource[] {
  const { paragraphs, marks } = articleUnits(article);
  const units = paragraphs.flatMap((paragraph) => paragraph.units);
  const turns = paragraphs.flatMap(({ segment }) => (segment.speaker ? [segment.speaker.label] : []));
  const quotations = marks.flat();
  const drafts = given.map(({ source, cue, content }): Draft => {
    const place = source?.[0] ?? cue?.[0] ?? content[0]?.[0] ?? 0;
    const nearest = firstFrom(units, place + 1, ({ span }) => span[0]) - 1;
    const unit = place < (units[nearest]?.span[1] ?? 0) ? nearest : -1;
    const isTurn = source !== null && turns.some((label) => contains(label, source));
    return {
      source,
      cue,
      content: [...content],
      quotations: quotations.filter(({ span }) => content.some((part) => overlaps(part, span))),
      act: actOfCue(cue ? textOf(article.text, cue) : ""),
      negated: false,
      rule: isTurn ? "speaker-turn" : "clause-after-cue",
      unit,
      speaker: null,
    };
  });
  const scene = setScene(article, units, marks, nobodyKnown, choose);
  const resolver = new Resolver(scene);
  const inOrder = [...drafts].sort((a, b) => startOfDraft(a) - startOfDraft(b));
  const resolutions = new Map(inOrder.map((draft) => [draft, resolver.resolve(draft)]));
  // Only now are all mentions known.
  const actors = new Map(
    [...resolutions.values()].flatMap(({ entity }) =>
      entity ? [[entity, actorOf(entity, scene.author)]] : [],
    ),
  );
  return drafts.map((draft) => {
    const { entity, rule } = resolutions.get(draft) ?? { entity: null, rule: "unresolved" };
    return { actor: (entity && actors.get(entity)) ?? null, rule };
  });
}
