import { createHash } from "node:crypto";
import { z } from "zod";
import { slug } from "../actors/slug.ts";

/** What a known actor can be; an article's author and unnamed sources are not known beforehand. */
export const knownActorTypes = ["person", "organization", "place", "group"] as const;

const line = z.string().min(1).max(200);

/** An actor whom the user knows: the name that results are to use, other names for it, and ids elsewhere. */
export const knownActorSchema = z.strictObject({
  name: line.refine((name) => slug(name) !== "", { error: "needs a letter or digit" }),
  /** `null` leaves it to the article. */
  type: z.enum(knownActorTypes).nullable(),
  aliases: z
    .array(line.refine((name) => slug(name) !== "", { error: "an alias needs a letter or digit" }))
    .max(100),
  /** By scheme: `{ "wikidata": "Q42" }`. */
  ids: z.record(z.string(), line),
});
export type KnownActor = z.infer<typeof knownActorSchema>;

/**
 * The actors whom the user knows, for look-up by any of their names. Case, accents, punctuation and a leading article
 * do not count. One name means one actor: of two entries that share one, the first has it.
 */
export class KnownActors {
  /** Eight hexadecimal digits that change with the entries, for the extractor's version; `null` without entries. */
  readonly version: string | null;
  readonly #byName = new Map<string, KnownActor>();

  constructor(actors: readonly KnownActor[]) {
    for (const actor of actors) {
      for (const name of [actor.name, ...actor.aliases]) {
        const key = nameKey(name);
        if (!this.#byName.has(key)) this.#byName.set(key, actor);
      }
    }
    this.version =
      actors.length > 0
        ? createHash("sha256").update(JSON.stringify(actors)).digest("hex").slice(0, 8)
        : null;
  }

  /** Whom a name means, written as one of the entry's names; `null` for nobody known. */
  called(name: string): KnownActor | null {
    return this.#byName.size > 0 ? (this.#byName.get(nameKey(name)) ?? null) : null;
  }
}

/** Nobody is known beforehand. */
export const nobodyKnown = new KnownActors([]);

/** A name as it is compared. */
export const nameKey = (name: string): string => slug(name.replace(/^\s*(?:the|an?)\s+/iu, "")) || slug(name);
