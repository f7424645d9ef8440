import type { Span } from "#extraction/span.ts";
import { matchOneToOne, type Pair } from "./match-one-to-one.ts";
import { sharedCount } from "./tally.ts";
import { type GridToken, tokensOf } from "./token-grid.ts";

/** The three roles of an attribution, in the order in which they are reported. */
export const roles = ["source", "cue", "content"] as const;
export type Role = (typeof roles)[number];

/** The spans of an attribution by role; UTF-16 code units, half-open. */
export type RoleSpans = Readonly<Record<Role, readonly Span[]>>;

/** The tokens of an attribution by role. */
export type RoleTokens = Readonly<Record<Role, ReadonlySet<number>>>;

/** The tokens that each attribution touches. */
export const roleTokens = (tokens: readonly GridToken[], attribution: RoleSpans): RoleTokens => ({
  source: tokensOf(tokens, attribution.source),
  cue: tokensOf(tokens, attribution.cue),
  content: tokensOf(tokens, attribution.content),
});

/**
 * Pairs gold and predicted attributions one to one by their contents. Pairs whose cues meet come first, then the
 * larger share of common content.
 */
export const matchAttributions = (
  gold: readonly RoleTokens[],
  predicted: readonly RoleTokens[],
): readonly Pair[] =>
  matchOneToOne(
    gold.map((attribution) => attribution.content),
    predicted.map((attribution) => attribution.content),
    (goldIndex, predictedIndex) =>
      sharedCount(gold[goldIndex]?.cue ?? noTokens, predicted[predictedIndex]?.cue ?? noTokens) > 0 ? 1 : 0,
  );

const noTokens: ReadonlySet<number> = new Set();

/** Whether two sources are the same one: they share a token, or both are absent. */
export const sourcesMeet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  (a.size === 0 && b.size === 0) || sharedCount(a, b) > 0;

/** Whether two sets of tokens are equal. */
export const sameTokens = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && sharedCount(a, b) === a.size;
