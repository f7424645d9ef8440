import { z } from "zod";
import { actorTypes } from "#extraction/extraction.ts";
import { articleIdSchema } from "./article-id.ts";
import { idsSchema } from "./result-items.ts";

const countShape = {
  /** Attributions of every form; repeats left out. */
  attributions: z.int().nonnegative(),
  /** Quotes: the verbatim ones among the words attributed. */
  quotes: z.int().nonnegative(),
  claims: z.int().nonnegative(),
};

/** An actor's totals over all articles. Gone as soon as no article has a part in them. */
export const actorTotalItemSchema = z.object({
  pk: z.string(),
  sk: z.literal("total"),
  kind: z.literal("actor-total"),
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes),
  ids: idsSchema,
  articles: z.int().positive(),
  ...countShape,
  /** `attributions` + `claims`: what the actor is ranked by. */
  said: z.int().nonnegative(),
  /** Keys of the indexes `actors-by-name` and `actors-by-count`. */
  actorsShard: z.string(),
  nameSort: z.string(),
  saidSort: z.string(),
});
export type ActorTotalItem = z.infer<typeof actorTotalItemSchema>;

/** What one article adds to an actor's totals, so that it can be taken back when the article changes. */
export const actorPartItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  kind: z.literal("actor-part"),
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes),
  ids: idsSchema,
  article: articleIdSchema,
  edition: z.string(),
  ...countShape,
});
export type ActorPartItem = z.infer<typeof actorPartItemSchema>;

/** A name as it is sorted and searched by: no accents, no capitals, one space between words. */
export const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();

/** Sort key of the index `actors-by-name`: folded name (cut, an index key has 1,024 bytes) and id. */
export const nameSortKey = (name: string, id: string): string => `${foldName(name).slice(0, 100)}#${id}`;

/** Sort key of the index `actors-by-count`: how much was said, ten digits wide, and id. */
export const saidSortKey = (said: number, id: string): string => `${String(said).padStart(10, "0")}#${id}`;
