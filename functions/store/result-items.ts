import { z } from "zod";
import { actorTypes, attributionSchema, claimFieldsSchema, claimSchema } from "#extraction/extraction.ts";
import { spanSchema } from "#extraction/span.ts";
import { articleIdSchema } from "./article-id.ts";

/** A stretch of the article: where it is, and its words (cut where they are very long: see `truncated`). */
export const passageSchema = z.object({ span: spanSchema, text: z.string() });
export type Passage = z.infer<typeof passageSchema>;

/** Whom a result belongs to, with the name as the article gives it in full. */
export const actorReferenceSchema = z.object({ id: z.string(), name: z.string(), type: z.enum(actorTypes) });
export type ActorReference = z.infer<typeof actorReferenceSchema>;

/** What every result item carries, so that it can be read without its article. */
const resultShape = {
  pk: z.string(),
  sk: z.string(),
  article: articleIdSchema,
  edition: z.string(),
  revision: z.string(),
  title: z.string().nullable(),
  /** As the article states it. */
  published: z.iso.date().nullable(),
  /** `published`, else the day of the upload. */
  date: z.iso.date(),
  extractor: z.string(),
  /** Whether a text or list of this item was too long to store whole; the spans lead to the rest. */
  truncated: z.boolean(),
};

/** Keys of the index `by-actor`; absent without an actor and on repeats. */
const actorIndexShape = { actorShard: z.string().optional(), saidAt: z.string().optional() };

/** A quotation's verbatim words inside the attribution that they belong to. */
export const storedQuoteSchema = passageSchema.extend({ id: z.string() });

/** An attribution as the table holds it: source, cue and content with their words, and its quotes. */
export const attributionItemSchema = z.object({
  ...resultShape,
  kind: z.literal("attribution"),
  ...attributionSchema.omit({ source: true, cue: true, content: true, actor: true }).shape,
  source: z.array(passageSchema),
  cue: z.array(passageSchema),
  content: z.array(passageSchema),
  actor: actorReferenceSchema.nullable(),
  quotes: z.array(storedQuoteSchema),
  ...actorIndexShape,
});
export type AttributionItem = z.infer<typeof attributionItemSchema>;

/** A claim as the table holds it. */
export const claimItemSchema = z.object({
  ...resultShape,
  kind: z.literal("claim"),
  ...claimSchema.omit({ content: true, actor: true, kind: true }).shape,
  // Items written before claims had fields lack them. The claim's own kind has another name, since `kind` is the item's.
  ...claimFieldsSchema.omit({ kind: true }).partial().shape,
  claimKind: claimFieldsSchema.shape.kind.optional(),
  content: z.array(passageSchema),
  actor: actorReferenceSchema.nullable(),
  ...actorIndexShape,
  /** Keys of the index `by-worth`; absent on repeats. */
  dayShard: z.string().optional(),
  worth: z.string().optional(),
});
export type ClaimItem = z.infer<typeof claimItemSchema>;

/** Ids elsewhere, by scheme; items written before there were any have none. */
export const idsSchema = z.record(z.string(), z.string()).default({});

/** An actor as one article knows it, and how much of that article is the actor's. */
export const articleActorItemSchema = z.object({
  ...resultShape,
  kind: z.literal("actor"),
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes),
  roles: z.array(z.string()),
  ids: idsSchema,
  /** The first mentions, in order; `mentionCount` counts all of them. */
  mentions: z.array(spanSchema),
  mentionCount: z.int().nonnegative(),
  /** Repeats left out. */
  attributions: z.int().nonnegative(),
  quotes: z.int().nonnegative(),
  claims: z.int().nonnegative(),
});
export type ArticleActorItem = z.infer<typeof articleActorItemSchema>;

/** Any item of an edition. */
export const resultItemSchema = z.discriminatedUnion("kind", [
  attributionItemSchema,
  claimItemSchema,
  articleActorItemSchema,
]);
export type ResultItem = z.infer<typeof resultItemSchema>;
