import type { Span } from "../span.ts";

/** Who said what by one cue. Spans are in UTF-16 code units of the article's text, half-open. */
export interface Frame {
  /** `null` where nobody is named. */
  readonly source: Span | null;
  readonly cue: Span | null;
  /** One or more fragments in reading order. */
  readonly content: readonly Span[];
  /** How probable it is that source and content are right where they matter: see `training/frames`. 0 to 1. */
  readonly confidence: number;
}
