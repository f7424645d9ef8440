import type { Actor } from "#extraction/extraction.ts";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { CorefDocument, CorefMention } from "./coreference-document.ts";

/** How mentions are worded. */
export const mentionKinds = ["name", "nominal", "pronoun"] as const;

/** Mentions of somebody mentioned before: all, those resolved, and those resolved to the right one. */
export interface AnaphorTally {
  readonly gold: number;
  readonly resolved: number;
  readonly right: number;
}

/** How well mentions are put together. */
export interface CoreferenceScore {
  readonly anaphors: Readonly<Record<CorefMention["kind"], AnaphorTally>>;
  /** B³ (Bagga and Baldwin 1998) over all mentions; an unresolved one is alone. Shares, 0 to 1. */
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number };
}

/**
 * Measures the resolver on documents with coreference: it is given every marked mention as a source. An anaphor is right
 * if the mention before it that was given to the same actor is one of the same entity.
 */
export function scoreCoreference(documents: readonly CorefDocument[]): CoreferenceScore {
  const tallies = Object.fromEntries(
    mentionKinds.map((kind) => [kind, { gold: 0, resolved: 0, right: 0 }]),
  ) as Record<CorefMention["kind"], { gold: number; resolved: number; right: number }>;
  const all = { mentions: 0, precision: 0, recall: 0 };
  for (const document of documents) {
    const answers = answersFor(document);
    if (answers === null) continue;
    const lastOf = new Map<Actor, string>();
    const seen = new Set<string>();
    document.mentions.forEach(({ entity, kind }, at) => {
      const actor = answers[at] ?? null;
      if (seen.has(entity)) {
        const tally = tallies[kind];
        tally.gold++;
        if (actor) tally.resolved++;
        if (actor && lastOf.get(actor) === entity) tally.right++;
      }
      seen.add(entity);
      if (actor) lastOf.set(actor, entity);
    });
    addBCubed(document.mentions, answers, all);
  }
  const precision = all.precision / Math.max(1, all.mentions);
  const recall = all.recall / Math.max(1, all.mentions);
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { anaphors: tallies, bCubed: { precision, recall, f1 } };
}

/** Whom the resolver takes each mention for; `null` for a document that the segmenter refuses. */
function answersFor({ text, mentions }: CorefDocument): readonly (Actor | null)[] | null {
  const segmented = segmentArticle(text);
  if (!segmented.ok) return null;
  const given = mentions.map(({ start, end }) => ({
    source: [start, end] as const,
    cue: null,
    content: [],
  }));
  return resolveSources(segmented.value, given).map(({ actor }) => actor);
}

function addBCubed(
  mentions: readonly CorefMention[],
  answers: readonly (Actor | null)[],
  all: { mentions: number; precision: number; recall: number },
): void {
  /** An unresolved mention is a cluster of its own, called by its place. */
  const clusterOf = (at: number): Actor | number => answers[at] ?? at;
  const places = mentions.map((_, at) => at);
  const predicted = Map.groupBy(places, clusterOf);
  const gold = Map.groupBy(places, (at) => mentions[at]?.entity);
  for (const at of places) {
    const together = predicted.get(clusterOf(at)) ?? [];
    const same = together.filter((other) => mentions[other]?.entity === mentions[at]?.entity).length;
    all.mentions++;
    all.precision += same / together.length;
    all.recall += same / (gold.get(mentions[at]?.entity)?.length ?? 1);
  }
}
