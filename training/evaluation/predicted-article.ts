import type { Actor } from "#extraction/extraction.ts";
import type { RoleSpans } from "./match-attributions.ts";

/** An actor as far as it is measured. */
export type PredictedActor = Pick<Actor, "id" | "name" | "type" | "mentions">;

/** An attribution to be measured; predictions of other systems may have spans alone. */
export interface PredictedAttribution extends RoleSpans {
  /** Id of one of the article's actors; `null` for unresolved. */
  readonly actor?: string | null | undefined;
  /** 0 to 1. */
  readonly confidence?: number | undefined;
}

/** What is predicted for one article; `actors` is `undefined` where they are not predicted at all. */
export interface PredictedArticle {
  readonly attributions: readonly PredictedAttribution[];
  readonly actors?: readonly PredictedActor[] | undefined;
}
