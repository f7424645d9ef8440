import { z } from "zod";
import { spanSchema } from "./span.ts";

/** Whom words belong to. `place` is a place that speaks as its government, `unnamed` a source without a name. */
export const actorTypes = ["person", "organization", "place", "group", "unnamed", "author"] as const;

/** An actor of one article. The id is the same in every article that gives the same full name. */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes),
  /** Roles as the article words them ("Foreign Minister"), in order of appearance, each once. */
  roles: z.array(z.string()),
  /** Ids elsewhere by scheme (`{ wikidata: "Q42" }`), as the user's file of known actors has them; else empty. */
  ids: z.record(z.string(), z.string()).default({}),
  /** Every place of the article that names, describes or points to the actor, in order. */
  mentions: z.array(spanSchema),
});
export type Actor = z.infer<typeof actorSchema>;

/** `direct`: all content inside quotation marks; `mixed`: some of it; `indirect`: none. */
export const forms = ["direct", "mixed", "indirect"] as const;
export type Form = (typeof forms)[number];

/** What the source does by saying it; `other` where the cue does not tell. */
export const acts = [
  "assert",
  "deny",
  "accuse",
  "promise",
  "demand",
  "predict",
  "ask",
  "believe",
  "threaten",
  "praise",
  "criticise",
  "other",
] as const;
export type Act = (typeof acts)[number];

/** Of what comes from a file with pages: on which one, from 1, its first words stand. */
const pageShape = { page: z.int().positive().optional() };

/**
 * A source, a cue and a content. Each is a list of spans in reading order: a split quotation has several
 * content spans, an attribution without source or cue an empty list.
 */
export const attributionSchema = z.object({
  id: z.string(),
  source: z.array(spanSchema),
  cue: z.array(spanSchema),
  content: z.array(spanSchema),
  form: z.enum(forms),
  /** Id of the actor; `null` where the source is absent or could not be resolved. */
  actor: z.string().nullable(),
  act: z.enum(acts),
  negated: z.boolean(),
  hedged: z.boolean(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Id of the attribution that this one repeats word for word (a lead printed twice), else `null`. */
  repeats: z.string().nullable(),
  /** The rule that found the roles and the one that resolved the actor: provenance for the reader. */
  decidedBy: z.object({ roles: z.string(), actor: z.string() }),
  ...pageShape,
});
export type Attribution = z.infer<typeof attributionSchema>;

/** What a claim's verb says it is about: see `claims/claim-tense.ts`. */
export const tenses = ["past", "present", "future"] as const;
export type Tense = (typeof tenses)[number];

/** What sort of proposition a claim is: see `claims/claim-kind.ts`. */
export const claimKinds = ["fact", "prediction", "opinion", "promise", "experience"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** What makes a claim worth a check, kept apart. */
export const claimDimensionsSchema = z.object({
  /** Has a figure, a date or a name. */
  specific: z.boolean(),
  /** Is about many people or the public. */
  aboutMany: z.boolean(),
  /** Is not what the speaker says of the speaker's own life. */
  notPersonal: z.boolean(),
  /** Is not of the future. */
  notPrediction: z.boolean(),
});
export type ClaimDimensions = z.infer<typeof claimDimensionsSchema>;

/** What is said of a claim's words beyond where they are. */
export const claimFieldsSchema = z.object({
  /** What is done by putting it forward: by the cue, and where that is neutral, by the content. */
  act: z.enum(acts),
  /** It says that something is not so: in its own clause, or because the cue denies it. */
  negated: z.boolean(),
  /** It is kept at a distance by `hedges`, words of the content or the cue. */
  hedged: z.boolean(),
  hedges: z.array(spanSchema),
  /** `null` where it has no verb. */
  tense: z.enum(tenses).nullable(),
  kind: z.enum(claimKinds),
  /** Whether it states what evidence could settle. */
  checkable: z.boolean(),
  dimensions: claimDimensionsSchema,
  /** Whom and what it names, with the ids that actors have. */
  about: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ClaimFields = z.infer<typeof claimFieldsSchema>;

/** A proposition put forward by an actor, or by the author in the article's own voice (`attribution: null`). */
export const claimSchema = z.object({
  id: z.string(),
  content: z.array(spanSchema),
  attribution: z.string().nullable(),
  actor: z.string().nullable(),
  ...claimFieldsSchema.shape,
  /** 0 to 1: how much it deserves a fact-checker's time. */
  checkWorthy: z.number().min(0).max(1),
  /** The claim as a sentence that stands alone, what is not its words in square brackets; `null` where it would be a guess. */
  statement: z.string().nullable(),
  /** The words that would be a guess; empty where there is a statement. */
  ambiguous: z.array(spanSchema).default([]),
  /** Id of the claim that this one repeats, else `null`. */
  repeats: z.string().nullable(),
  ...pageShape,
});
export type Claim = z.infer<typeof claimSchema>;

/** The verbatim words of a direct or mixed attribution: one quote per pair of marks, marks left out of `text`. */
export const quoteSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Where `text` stands, without its marks: `article.slice(...span) === text`. */
  span: spanSchema,
  attribution: z.string(),
  actor: z.string().nullable(),
  ...pageShape,
});
export type Quote = z.infer<typeof quoteSchema>;

/** Everything found in one article. Spans are in UTF-16 code units of the segmented article's text. */
export const extractionSchema = z.object({
  title: z.string().nullable(),
  byline: z.array(z.string()),
  published: z.iso.date().nullable(),
  actors: z.array(actorSchema),
  attributions: z.array(attributionSchema),
  claims: z.array(claimSchema),
  quotes: z.array(quoteSchema),
  /** Name and version of everything that shaped the result, e.g. `onrecord/0.1.0+model.4fa0b5ad.worth.fa022d22`. */
  extractor: z.string(),
});
export type Extraction = z.infer<typeof extractionSchema>;
