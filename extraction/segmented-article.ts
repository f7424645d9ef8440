import { z } from "zod";
import { formats } from "./formats/format.ts";
import { spanSchema } from "./span.ts";

/** What a paragraph is for. Only `body` and `headline` are searched for attributions and claims. */
export const segmentKinds = [
  "headline",
  "byline",
  "dateline",
  "subheading",
  "body",
  "caption",
  "boilerplate",
] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** A sentence. `repeats` is the first sentence of the article with the same words, where there is one. */
export const sentenceSchema = z.object({
  span: spanSchema,
  repeats: spanSchema.nullable(),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/**
 * The label of a turn in an interview or transcript ("MAYOR ODELL:", "Q:"). `label` runs from the paragraph's
 * start to behind the colon; `name` is the speaker without colon or role.
 */
export const speakerLabelSchema = z.object({ label: spanSchema, name: spanSchema });
export type SpeakerLabel = z.infer<typeof speakerLabelSchema>;

/** A paragraph with its kind and its sentences; spans carry no white space at their ends. */
export const segmentSchema = z.object({
  kind: z.enum(segmentKinds),
  span: spanSchema,
  sentences: z.array(sentenceSchema),
  /** The first paragraph with the same words, where the article prints it again. */
  repeats: spanSchema.nullable(),
  speaker: speakerLabelSchema.nullable(),
});
export type Segment = z.infer<typeof segmentSchema>;

/**
 * An article taken apart, before anything in it is attributed: what `segment` stores and `tag` reads.
 * Every span is in UTF-16 code units of `text`, which is the decoded file unchanged.
 */
export const segmentedArticleSchema = z.object({
  text: z.string(),
  title: spanSchema.nullable(),
  /** The authors as the byline names them, each with the place of the name; empty without a byline. */
  authors: z.array(z.object({ name: z.string(), span: spanSchema })),
  /** The day of publication as the article itself states it, ISO 8601 (`2005-01-26`). */
  published: z.object({ date: z.iso.date(), span: spanSchema }).nullable(),
  /** The place before the first sentence of a wire story ("PORT ARDEN, May 3 (NNA) —"): whole line part and place. */
  dateline: z.object({ span: spanSchema, place: spanSchema }).nullable(),
  segments: z.array(segmentSchema),
  /** What the file was, where the text was made of it; not there for text, which is the file's own. */
  format: z.enum(formats).optional(),
  /** Where each page begins, in UTF-16 code units of the text; only for what has pages. */
  pages: z.array(z.int().nonnegative()).optional(),
});
export type SegmentedArticle = z.infer<typeof segmentedArticleSchema>;
