import { z } from "zod";
import { segmentedArticleSchema } from "#extraction/segmented-article.ts";
import { articleIdSchema } from "../store/article-id.ts";

/** One upload of an article. */
export const articleRevisionSchema = articleIdSchema.extend({
  /** The object's version id, or the event's sequencer where the bucket has no versions. */
  revision: z.string().min(1),
  /** Of the event, in its sortable form. */
  sequencer: z.string().min(1),
  /** When the object came into the bucket, ISO 8601: its `Last-Modified`, whichever event led to it. */
  uploaded: z.iso.datetime(),
});
export type ArticleRevision = z.infer<typeof articleRevisionSchema>;

/** What `segment` stores and `tag` reads: a segmented article, and which upload it was made from. */
export const envelopeSchema = z.object({
  article: articleRevisionSchema,
  segmented: segmentedArticleSchema,
});
export type Envelope = z.infer<typeof envelopeSchema>;
