import type { Span } from "#extraction/span.ts";
import type { Tally } from "./tally.ts";

/** Something in an article that the engine and the gold see differently. */
export interface Disagreement {
  readonly kind:
    | "missed attribution"
    | "spurious attribution"
    | "wrong actor"
    | "missed quote"
    | "spurious quote"
    | "quote of nobody"
    | "missed claim"
    | "spurious claim"
    | "missed actor"
    | "spurious actor"
    | "wrong head";
  /** Where it begins; UTF-16 code units. */
  readonly offset: number;
  /** The words in question. */
  readonly words: string;
  /** What was expected and what was found, where that says more than the words. */
  readonly detail?: string;
}

/** The counts of each measure by its name, and what is behind those that are not right. */
export interface ArticleScore {
  readonly measures: Readonly<Record<string, Tally>>;
  readonly disagreements: readonly Disagreement[];
}

/** The words of several spans, " … " between them. */
export const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => text.slice(...span)).join(" … ");
