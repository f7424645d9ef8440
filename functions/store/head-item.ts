import { z } from "zod";
import { rejectionSchema } from "#extraction/rejection.ts";
import { articleIdSchema } from "./article-id.ts";

/** Where an article stands: under way, with results, refused for good, or no longer in the bucket. */
export const articleStates = ["processing", "complete", "rejected", "deleted"] as const;
export type ArticleState = (typeof articleStates)[number];

/** How much was found in an article; what the article prints twice counts once. */
export const resultCountsSchema = z.object({
  attributions: z.int().nonnegative(),
  quotes: z.int().nonnegative(),
  claims: z.int().nonnegative(),
  actors: z.int().nonnegative(),
});
export type ResultCounts = z.infer<typeof resultCountsSchema>;

/** The results that readers see. */
export const currentResultsSchema = z.object({
  edition: z.string(),
  revision: z.string(),
  extractor: z.string(),
  /** How many result items the edition has; a reader who finds another number reads again. */
  items: z.int().nonnegative(),
  title: z.string().nullable(),
  byline: z.array(z.string()),
  published: z.iso.date().nullable(),
  /** The date that all views go by: `published`, else the day of the upload. */
  date: z.iso.date(),
  uploaded: z.iso.datetime(),
  /** Key in the segments bucket of the segmented article, with the text that all spans refer to. */
  segments: z.string(),
  /** The first ids in order of appearance, at most `maximumActorIds`; `counts.actors` counts all of them. */
  actors: z.array(z.string()),
  counts: resultCountsSchema,
  /** Whether title, authors or list of actors were too long to store whole. */
  truncated: z.boolean(),
});
export type CurrentResults = z.infer<typeof currentResultsSchema>;

/** How many actor ids a head carries, so that it and the event made from it stay small. */
export const maximumActorIds = 500;

/** The head of an article: which upload is the newest known, and which results readers see. */
export const headItemSchema = z.object({
  pk: z.string(),
  sk: z.literal("head"),
  kind: z.literal("head"),
  article: articleIdSchema,
  /** Sortable sequencer of the newest event seen. */
  latest: z.string(),
  /** The revision that event brought; `null` after a removal. */
  latestRevision: z.string().nullable(),
  state: z.enum(articleStates),
  /** When the newest event happened. */
  since: z.iso.datetime(),
  /** The results that readers see: those of the newest upload, or of an older one while that is under way. */
  current: currentResultsSchema.nullable(),
  /** The edition that is being written, or was written last, of the newest upload: only its writer may add to it. */
  writing: z.string().optional(),
  /** Why the newest upload has no results; `null` unless rejected. */
  rejection: rejectionSchema.nullable(),
  /** The extractor that refused the article; `null` unless rejected. */
  rejectedBy: z.string().nullable(),
  /** Key of the index `by-state`, only while `rejected` or `processing`. */
  stateShard: z.string().optional(),
  stateSince: z.string().optional(),
});
export type HeadItem = z.infer<typeof headItemSchema>;
