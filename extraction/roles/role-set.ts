import type { Act } from "../extraction.ts";
import type { Quotation } from "../marks/quotation.ts";
import type { Span } from "../span.ts";

/** Source, cue and content as they were found in one unit, before fragments of several units are linked. */
export interface RoleSet {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** The quotations that stand inside the content. */
  readonly quotations: readonly Quotation[];
  readonly act: Act;
  readonly negated: boolean;
  /** Name of the rule that found it; each rule's confidence stands in `confidence.ts`. */
  readonly rule: Rule;
}

/** The rules that find roles, by the shape that they look for. */
export const rules = [
  "speaker-turn",
  "quotation-before-cue",
  "quotation-after-cue",
  "quotation-around-cue",
  "clause-after-cue",
  "clause-before-cue",
  "clause-around-cue",
  "object-of-cue",
  "infinitive-after-cue",
  "according-to",
  "noun-cue",
  "impersonal",
  "colon",
  "name-below-quotation",
  "speaker-at-hand",
  "subject-of-sentence",
  "tagger",
] as const;
export type Rule = (typeof rules)[number];
