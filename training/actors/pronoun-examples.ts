import type { Entity } from "#extraction/actors/entity.ts";
import type { PronounKind } from "#extraction/actors/pronoun-candidates.ts";
import { resolveSources } from "#extraction/resolve-sources.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { CorefDocument, CorefMention } from "./coreference-document.ts";

/** A pronoun with those whom it could mean: the features of each, and whether it means it. */
export interface PronounExample {
  readonly kind: PronounKind;
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/** Mentions end where a name does, give or take a clitic. */
const endsNear = 3;

/**
 * The third-person pronouns of a document as the resolver meets them. It is given the pronouns and the subjects of verbs as
 * sources, as sources mostly are, and told the right answer to each pronoun before it comes to the next, so that one error does not make others.
 */
export function pronounExamples({ text, mentions }: CorefDocument): PronounExample[] {
  const segmented = segmentArticle(text);
  if (!segmented.ok) return [];
  const examples: PronounExample[] = [];
  const byPlace = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]));
  const given = mentions
    .filter(({ kind, subject }) => kind === "pronoun" || subject)
    .map(({ start, end }) => ({
      source: [start, end] as const,
      cue: null,
      content: [],
    }));
  resolveSources(segmented.value, given, (candidates, { span, kind }) => {
    const meant = byPlace.get(span.join(" "));
    if (!meant) return candidates[0] ?? null;
    const right = candidates.map(({ entity }) => entityOf(entity, mentions, span[0]) === meant.entity);
    examples.push({ kind, candidates: candidates.map(({ features }) => features), right });
    return candidates[right.indexOf(true)] ?? null;
  });
  return examples;
}

/** Which marked entity an entity of the resolver is: the one that most of its mentions before `until` are marked as. */
function entityOf({ mentions }: Entity, marked: readonly CorefMention[], until: number): string | null {
  const counts = new Map<string, number>();
  for (const [start, end] of mentions) {
    if (start >= until) continue;
    const covers = ({ headStart, headEnd }: CorefMention): boolean => headStart >= start && headEnd <= end;
    const same =
      marked.find((mention) => covers(mention) && Math.abs(mention.end - end) < endsNear) ??
      marked.find(covers);
    if (same) counts.set(same.entity, (counts.get(same.entity) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
