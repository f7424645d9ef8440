import { actorOf } from "./actors/actor-of.ts";
import type { Entity } from "./actors/entity.ts";
import { Resolver } from "./actors/resolve.ts";
import type { Scene } from "./actors/scene.ts";
import type { ClaimReading } from "./claims/claim-fields.ts";
import { findClaims } from "./claims/find-claims.ts";
import type { Actor, Attribution, Extraction, Quote } from "./extraction.ts";
import type { Draft } from "./linking/draft.ts";
import { startOfDraft } from "./linking/draft.ts";
import { confidenceOf } from "./roles/confidence.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { textOf, trimmed } from "./span.ts";
import { stableId } from "./stable-id.ts";
import { areHedged, formOf, normalised } from "./wording.ts";

/**
 * Puts the results together: resolves each draft in reading order, names everything with ids, finds the claims, by the
 * article's `words` where a tagger has read them, and rates them with `worth` where there is such a model.
 */
export function assemble(
  article: SegmentedArticle,
  drafts: readonly Draft[],
  scene: Scene,
  extractor: string,
  { words, worth }: Pick<ClaimReading, "words" | "worth"> = { words: null },
): Extraction {
  const { text } = article;
  const { author } = scene;
  const resolver = new Resolver(scene);
  const ids = stableId();
  const attributions: Attribution[] = [];
  const quotes: Quote[] = [];
  const speaking = new Set<Entity>();
  const firstWith = new Map<string, string>();
  for (const draft of [...drafts].sort((a, b) => startOfDraft(a) - startOfDraft(b))) {
    const { entity, rule } = resolver.resolve(draft);
    if (entity) speaking.add(entity);
    const source = draft.source ? [draft.source] : [];
    const cue = draft.cue ? [draft.cue] : [];
    const words = normalised(text, [...source, ...cue, ...draft.content]);
    const id = ids("attribution", words);
    const actor = entity?.id ?? null;
    attributions.push({
      id,
      source,
      cue,
      content: draft.content,
      form: formOf(text, draft),
      actor,
      act: draft.act,
      negated: draft.negated,
      hedged: areHedged(text, [...draft.content, ...cue], words),
      confidence: draft.confidence ?? confidenceOf[draft.rule],
      repeats: firstWith.get(words) ?? null,
      decidedBy: { roles: draft.rule, actor: rule },
    });
    if (!firstWith.has(words)) firstWith.set(words, id);
    for (const quotation of draft.quotations) {
      const span = trimmed(text, quotation.inner);
      if (span[0] >= span[1]) continue;
      const words = textOf(text, span);
      quotes.push({ id: ids("quote", words), text: words, span, attribution: id, actor });
    }
  }
  const claims = findClaims(
    { text, words, worth, mentions: scene.roster.mentions },
    scene.units,
    attributions,
    {
      scene,
      words,
      published: article.published?.date ?? null,
    },
  );
  if (claims.some((claim) => claim.actor === author.id)) speaking.add(author);
  return {
    title: article.title && textOf(text, article.title),
    byline: article.authors.map(({ name }) => name),
    published: article.published?.date ?? null,
    actors: [...speaking]
      .map((entity) => actorOf(entity, author))
      .sort((a, b) => firstMention(a) - firstMention(b)),
    attributions,
    claims,
    quotes: quotes.sort((a, b) => a.span[0] - b.span[0]),
    extractor,
  };
}

const firstMention = ({ mentions }: Actor): number => mentions[0]?.[0] ?? 0;
