import type { Actor, Attribution, Claim, Extraction } from "#extraction/extraction.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import type { ArticleRevision } from "../segments/envelope.ts";
import { articleHash } from "./article-id.ts";
import { type CurrentResults, maximumActorIds, type ResultCounts } from "./head-item.ts";
import { editionOf, ordinal, resultKey } from "./keys.ts";
import type {
  ActorReference,
  ArticleActorItem,
  AttributionItem,
  ClaimItem,
  ResultItem,
} from "./result-items.ts";
import { shardName } from "./shards.ts";
import { shortenList, shortenPassages, shortenText } from "./shortened.ts";

/**
 * How much of a long text or list an item holds, in UTF-16 code units and members. Together they keep the
 * largest item below a fifth of DynamoDB's 400 KB, three bytes to a code unit.
 */
const maximum = {
  title: 1_000,
  name: 300,
  authors: 20,
  spans: 100,
  words: 6_000,
  cueWords: 1_000,
  quotes: 100,
  statement: 3_000,
  roles: 30,
  about: 30,
  mentions: 500,
} as const;

/** Everything the table gets to hold of one edition: its items, and what its head says of them. */
export type EditionItems = {
  readonly edition: string;
  readonly items: readonly ResultItem[];
  readonly actors: readonly ArticleActorItem[];
  readonly current: CurrentResults;
};

/** Lays the results of an article out as items. Pure: the same results give the same items. */
export function resultItemsOf(
  revision: ArticleRevision,
  segmented: SegmentedArticle,
  extraction: Extraction,
  segments: string,
): EditionItems {
  const article = { bucket: revision.bucket, key: revision.key };
  const hash = articleHash(article);
  const edition = editionOf(revision.sequencer, extraction.extractor);
  const date = extraction.published ?? revision.uploaded.slice(0, 10);
  const title = extraction.title === null ? null : shortenText(extraction.title, maximum.title);
  const { text } = segmented;
  const shared = {
    article,
    edition,
    revision: revision.revision,
    title: title?.value ?? null,
    published: extraction.published,
    date,
    extractor: extraction.extractor,
  };
  const actorsById = new Map(extraction.actors.map((actor) => [actor.id, actor]));
  const reference = (id: string | null): ActorReference | null => {
    const actor = id === null ? undefined : actorsById.get(id);
    return actor === undefined
      ? null
      : { id: actor.id, name: shortenText(actor.name, maximum.name).value, type: actor.type };
  };
  /** Keys of the views; a repeat is stored with its article but stands in no view. */
  const actorIndex = (result: Attribution | Claim, kind: "attribution" | "claim", position: number) =>
    result.actor === null || result.repeats !== null
      ? {}
      : {
          actorShard: shardName(result.actor, hash),
          saidAt: `${date}#${hash}#${kind}#${ordinal(position)}`,
        };
  const quotesByAttribution = Map.groupBy(extraction.quotes, (quote) => quote.attribution);

  const attributions = extraction.attributions.map((attribution, position): AttributionItem => {
    const { actor, source, cue, content, ...rest } = attribution;
    const sources = shortenPassages(text, source, maximum.spans, maximum.words);
    const cues = shortenPassages(text, cue, maximum.spans, maximum.cueWords);
    const contents = shortenPassages(text, content, maximum.spans, maximum.words);
    const found = shortenList(quotesByAttribution.get(attribution.id) ?? [], maximum.quotes);
    const quoted = shortenPassages(
      text,
      found.value.map((quote) => quote.span),
      maximum.quotes,
      maximum.words,
    );
    const words = quoted.value;
    return {
      ...resultKey(article, edition, "attribution", position),
      ...shared,
      ...rest,
      kind: "attribution",
      source: sources.value,
      cue: cues.value,
      content: contents.value,
      actor: reference(actor),
      quotes: found.value.flatMap((quote, at) => {
        const passage = words[at];
        return passage === undefined ? [] : [{ id: quote.id, ...passage }];
      }),
      truncated: sources.cut || cues.cut || contents.cut || found.cut || quoted.cut,
      ...actorIndex(attribution, "attribution", position),
    };
  });

  const claims = extraction.claims.map((claim, position): ClaimItem => {
    const { actor, content, statement, kind, hedges, ambiguous, about, ...rest } = claim;
    const contents = shortenPassages(text, content, maximum.spans, maximum.words);
    const hedging = shortenList(hedges, maximum.spans);
    const unclear = shortenList(ambiguous, maximum.spans);
    const named = shortenList(about, maximum.about);
    const sentence = statement === null ? null : shortenText(statement, maximum.statement);
    return {
      ...resultKey(article, edition, "claim", position),
      ...shared,
      ...rest,
      kind: "claim",
      claimKind: kind,
      hedges: hedging.value,
      about: named.value.map(({ id, name }) => ({ id, name: shortenText(name, maximum.name).value })),
      content: contents.value,
      statement: sentence?.value ?? null,
      ambiguous: unclear.value,
      actor: reference(actor),
      truncated: contents.cut || hedging.cut || unclear.cut || named.cut || sentence?.cut === true,
      ...actorIndex(claim, "claim", position),
      ...(claim.repeats === null
        ? {
            dayShard: shardName(date, hash),
            worth: `${claim.checkWorthy.toFixed(4)}#${hash}#${ordinal(position)}`,
          }
        : {}),
    };
  });

  const said = countedByActor(extraction);
  const actors = extraction.actors.map((actor, position): ArticleActorItem => {
    const mentions = shortenList(actor.mentions, maximum.mentions);
    const roles = shortenList(actor.roles, maximum.roles);
    const name = shortenText(actor.name, maximum.name);
    return {
      ...resultKey(article, edition, "actor", position),
      ...shared,
      kind: "actor",
      id: actor.id,
      name: name.value,
      type: actor.type,
      roles: roles.value.map((role) => shortenText(role, maximum.name).value),
      ids: actor.ids,
      mentions: mentions.value,
      mentionCount: actor.mentions.length,
      truncated:
        mentions.cut || roles.cut || name.cut || roles.value.some((role) => role.length > maximum.name),
      ...said(actor),
    };
  });

  const items = [...attributions, ...claims, ...actors];
  const byline = shortenList(extraction.byline, maximum.authors);
  const ids = shortenList(
    extraction.actors.map((actor) => actor.id),
    maximumActorIds,
  );
  return {
    edition,
    items,
    actors,
    current: {
      edition,
      revision: revision.revision,
      extractor: extraction.extractor,
      items: items.length,
      title: shared.title,
      byline: byline.value.map((author) => shortenText(author, maximum.name).value),
      published: extraction.published,
      date,
      uploaded: revision.uploaded,
      segments,
      actors: ids.value,
      counts: countedOnce(extraction),
      truncated:
        title?.cut === true ||
        byline.cut ||
        ids.cut ||
        byline.value.some((author) => author.length > maximum.name),
    },
  };
}

/** Counts per actor, repeats left out. */
function countedByActor(extraction: Extraction) {
  const first = withoutRepeats(extraction);
  const count = (results: readonly { actor: string | null }[]) => {
    const counts = new Map<string | null, number>();
    for (const { actor } of results) counts.set(actor, (counts.get(actor) ?? 0) + 1);
    return counts;
  };
  const attributions = count(first.attributions);
  const quotes = count(first.quotes);
  const claims = count(first.claims);
  return ({ id }: Actor) => ({
    attributions: attributions.get(id) ?? 0,
    quotes: quotes.get(id) ?? 0,
    claims: claims.get(id) ?? 0,
  });
}

function countedOnce(extraction: Extraction): ResultCounts {
  const first = withoutRepeats(extraction);
  return {
    attributions: first.attributions.length,
    quotes: first.quotes.length,
    claims: first.claims.length,
    actors: extraction.actors.length,
  };
}

function withoutRepeats(extraction: Extraction) {
  const attributions = extraction.attributions.filter(({ repeats }) => repeats === null);
  const kept = new Set(attributions.map(({ id }) => id));
  return {
    attributions,
    quotes: extraction.quotes.filter(({ attribution }) => kept.has(attribution)),
    claims: extraction.claims.filter(({ repeats }) => repeats === null),
  };
}
