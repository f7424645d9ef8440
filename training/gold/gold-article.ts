import { z } from "zod";
import { actorTypes, forms } from "#extraction/extraction.ts";

/**
 * A stretch of an article by its words: the text itself, or the text and which of its occurrences (1-based)
 * is meant. A plain string is the first occurrence. Occurrences are whole words: "he" is not found in "the".
 */
export const snippetSchema = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), occurrence: z.int().positive() }),
]);
export type Snippet = z.infer<typeof snippetSchema>;

const goldActorSchema = z.strictObject({
  /** The fullest name that the article gives. */
  name: z.string().min(1),
  type: z.enum(actorTypes),
  roles: z.array(z.string()).optional(),
});
export type GoldActor = z.infer<typeof goldActorSchema>;

const goldAttributionSchema = z.strictObject({
  source: z.array(snippetSchema),
  cue: z.array(snippetSchema),
  content: z.array(snippetSchema).min(1),
  form: z.enum(forms),
  /** The name of one of `actors`, or `null` where nobody can be named. */
  actor: z.string().nullable(),
  /** Says that the article prints the same words earlier. */
  repeats: z.literal(true).optional(),
});

/** What people find in an article: the content of `test/articles/NAME.gold.json` (see the README there). */
export const goldArticleSchema = z
  .strictObject({
    title: z.string().nullable(),
    authors: z.array(z.string()),
    published: z.iso.date().nullable(),
    /** Everyone that words belong to. */
    actors: z.array(goldActorSchema),
    attributions: z.array(goldAttributionSchema),
    /** Checkable statements in the author's own voice, each once. */
    claims: z.array(snippetSchema),
    /** Stretches in quotation marks that are nobody's quotation: titles, nicknames, scare quotes. */
    notAttributed: z.array(snippetSchema),
    /** Names in the article that say nothing; a system may list them or not. */
    alsoNamed: z.array(z.string()),
  })
  .superRefine((gold, context) => {
    const known = new Set(gold.actors.map((actor) => actor.name));
    for (const [index, { actor }] of gold.attributions.entries()) {
      if (actor === null || known.has(actor)) continue;
      context.addIssue({
        code: "custom",
        path: ["attributions", index, "actor"],
        message: `"${actor}" is not among the actors`,
      });
    }
  });
export type GoldArticle = z.infer<typeof goldArticleSchema>;
