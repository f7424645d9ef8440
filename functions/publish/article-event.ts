import { z } from "zod";
import { rejectionSchema } from "#extraction/rejection.ts";
import { articleIdSchema } from "../store/article-id.ts";
import { type HeadItem, resultCountsSchema } from "../store/head-item.ts";

/** The `source` of every event of ours. */
export const eventSource = "onrecord";

/** The `detail-type`s of our events. */
export const detailTypes = ["Article Completed", "Article Rejected", "Article Deleted"] as const;

/** What an event says of its article. Fields that do not apply to its type are `null` or empty. */
export const eventDetailSchema = z.object({
  article: articleIdSchema,
  /** The upload that led here; `null` where the article was deleted. */
  revision: z.string().nullable(),
  /** Orders the events of one article as plain strings: the bus may deliver them out of order, or twice. */
  sequencer: z.string(),
  title: z.string().nullable(),
  published: z.iso.date().nullable(),
  /** Ids of the actors in order of appearance, at most 500; `counts.actors` counts all of them. */
  actors: z.array(z.string()),
  counts: resultCountsSchema.nullable(),
  /** Why the article was rejected. */
  reason: rejectionSchema.nullable(),
  extractor: z.string().nullable(),
});
export type EventDetail = z.infer<typeof eventDetailSchema>;

/** An event for the bus. */
export type ArticleEvent = { readonly type: (typeof detailTypes)[number]; readonly detail: EventDetail };

/**
 * The event that a change of a head is worth telling, or `null`: only a new edition shown, a new rejection or a
 * removal is; a head that was merely touched is not. Pure.
 */
export function articleEventOf(before: HeadItem | null, after: HeadItem | null): ArticleEvent | null {
  if (after === null) return null;
  const shared = { article: after.article, revision: after.latestRevision, sequencer: after.latest };
  const nothing = { title: null, published: null, actors: [], counts: null, reason: null, extractor: null };
  if (after.state === "complete" && after.current !== null) {
    if (before?.state === "complete" && before.current?.edition === after.current.edition) return null;
    const { revision, title, published, actors, counts, extractor } = after.current;
    return {
      type: "Article Completed",
      detail: { ...shared, revision, title, published, actors, counts, reason: null, extractor },
    };
  }
  if (after.state === "rejected") {
    if (before?.state === "rejected" && before.latest === after.latest) return null;
    const told = { reason: after.rejection, extractor: after.rejectedBy };
    return { type: "Article Rejected", detail: { ...shared, ...nothing, ...told } };
  }
  // Of an article that nobody was ever told of there is nothing to take back.
  if (after.state === "deleted" && before !== null && before.state !== "deleted") {
    return { type: "Article Deleted", detail: { ...shared, ...nothing } };
  }
  return null;
}
