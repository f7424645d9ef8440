import { type ArticleId, articleHash, articleName, shortHash } from "./article-id.ts";

/** The two parts of an item's primary key. */
export type ItemKey = { readonly pk: string; readonly sk: string };

/** What an article's results are made of, as it stands in their sort keys. */
export type ResultKind = "attribution" | "claim" | "actor";

/** The partition that holds everything of one article. */
export const articlePartition = (article: ArticleId): string => `article#${articleName(article)}`;

/** The partition that holds an actor's totals and each article's part in them. */
const actorPartition = (actorId: string): string => `actor#${actorId}`;

/** Key of an article's head. */
export const headKey = (article: ArticleId): ItemKey => ({ pk: articlePartition(article), sk: "head" });

/**
 * Names one set of results of an article: the sortable sequencer of the upload that it is made from, and eight
 * digits of the extractor's hash. Editions of one article stand in the order of their uploads as plain
 * strings, and a better extractor's results never mix with those that readers still see.
 */
export const editionOf = (sequencer: string, extractor: string): string =>
  `${sequencer}~${shortHash(extractor).slice(0, 8)}`;

/** What the sort keys of all results of an edition begin with. */
export const editionPrefix = (edition: string): string => `rev#${edition}#`;

/** A result's number in its sort key, counted from 1; six digits, so that strings sort as numbers. */
export const ordinal = (position: number): string => String(position + 1).padStart(6, "0");

/** Key of the result at `position` (from 0) of an edition. */
export const resultKey = (
  article: ArticleId,
  edition: string,
  kind: ResultKind,
  position: number,
): ItemKey => ({
  pk: articlePartition(article),
  sk: `${editionPrefix(edition)}${kind}#${ordinal(position)}`,
});

/** Key of an actor's totals over all articles. */
export const actorTotalKey = (actorId: string): ItemKey => ({ pk: actorPartition(actorId), sk: "total" });

/** Key of one article's part in an actor's totals. */
export const actorPartKey = (actorId: string, article: ArticleId): ItemKey => ({
  pk: actorPartition(actorId),
  sk: `article#${articleHash(article)}`,
});
