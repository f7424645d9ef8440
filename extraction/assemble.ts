import type { Entity } from "./actors/entity.ts";
import type { Resolver } from "./actors/resolve.ts";
import { isHedged } from "./claims/claim-worth.ts";
import { findClaims } from "./claims/find-claims.ts";
import type { Actor, Attribution, Extraction, Form, Quote } from "./extraction.ts";
import { extractor } from "./extractor-version.ts";
import type { Draft } from "./linking/draft.ts";
import { confidenceOf } from "./roles/confidence.ts";
import type { Unit } from "./roles/unit.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { contains, type Span, textOf, trimmed } from "./span.ts";
import { stableId } from "./stable-id.ts";
import { tokenise } from "./tokens/tokenise.ts";

/** Puts the results together: resolves each draft in reading order, names everything with ids, finds the claims. */
export function assemble(
  article: SegmentedArticle,
  units: readonly Unit[],
  drafts: readonly Draft[],
  resolver: Resolver,
): Extraction {
  const { text } = article;
  const ids = stableId();
  const attributions: Attribution[] = [];
  const quotes: Quote[] = [];
  const speaking = new Set<Entity>();
  const firstWith = new Map<string, string>();
  for (const draft of [...drafts].sort((a, b) => startOf(a) - startOf(b))) {
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
      hedged: isHedged([...draft.content, ...cue].flatMap((span) => tokenise(text, span, []))),
      confidence: confidenceOf[draft.rule],
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
  const author = resolver.author();
  const claims = findClaims(text, units, attributions, author.id);
  if (claims.some((claim) => claim.actor === author.id)) speaking.add(author);
  return {
    title: article.title && textOf(text, article.title),
    byline: article.authors.map(({ name }) => name),
    published: article.published?.date ?? null,
    actors: [...speaking].map(actorOf).sort((a, b) => (a.mentions[0]?.[0] ?? 0) - (b.mentions[0]?.[0] ?? 0)),
    attributions,
    claims,
    quotes: quotes.sort((a, b) => a.span[0] - b.span[0]),
    extractor,
  };
}

/** Where a draft begins to be read: drafts are resolved in this order. */
const startOf = ({ source, cue, content }: Draft): number =>
  Math.min(...[source, cue, content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY));

/** The words of some spans, for comparison: case and white space aside. */
const normalised = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => textOf(text, span).toLowerCase().replace(/\s+/gu, " ")).join("|");

/** Direct: every word of the content is inside marks; mixed: some; indirect: none. */
function formOf(text: string, { content, quotations }: Draft): Form {
  if (quotations.length === 0) return "indirect";
  const bare = content.some((span) => {
    const words = tokenise(
      text,
      span,
      quotations.filter((quotation) => contains(span, quotation.span)),
    );
    return words.some((token) => token.kind === "word" || token.kind === "number");
  });
  return bare ? "mixed" : "direct";
}

const actorOf = ({ id, name, type, roles, mentions }: Entity): Actor => ({
  id,
  name,
  type,
  roles: [...roles],
  mentions: [...mentions].sort((a, b) => a[0] - b[0]),
});
