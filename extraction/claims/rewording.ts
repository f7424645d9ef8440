import type { Span } from "../span.ts";

/** A stretch of the article that a statement prints otherwise: `words` in square brackets, `null` where it would be a guess. */
export interface Rewording {
  /** In UTF-16 code units of the article, half-open. */
  readonly span: Span;
  readonly words: string | null;
}
