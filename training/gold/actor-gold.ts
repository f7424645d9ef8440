import type { Span } from "#extraction/span.ts";

/**
 * How a source is worded: by a name, a pronoun, a relative pronoun ("who"), or any other noun phrase ("the minister").
 */
export const sourceKinds = ["name", "pronoun", "relative", "nominal"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** One who speaks: by the fullest name that the article gives, or, where it gives none, by a description. */
export interface GoldSpeaker {
  readonly name: string;
  readonly named: boolean;
}

/** Whom a source means: the article's writer, one or several speakers, or somebody whom a careful reader cannot tell. */
export type GoldIdentity =
  | { readonly who: "author" | "untold" }
  | { readonly who: "speakers"; readonly speakers: readonly GoldSpeaker[] };

/** A source of a corpus, resolved by hand. */
export interface GoldSource {
  /** The article's name in the corpus, without extension. */
  readonly article: string;
  /** From the first to the last part of the source; UTF-16 code units. */
  readonly span: Span;
  readonly kind: SourceKind;
  readonly identity: GoldIdentity;
  /** The identity as the file writes it: equal for equal identities of one article. */
  readonly label: string;
  /** The line of the file that says so, from 1. */
  readonly line: number;
}
