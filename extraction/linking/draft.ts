import type { Quotation } from "../marks/quotation.ts";
import type { RoleSet } from "../roles/role-set.ts";
import type { Unit } from "../roles/unit.ts";
import type { Span } from "../span.ts";

/** Where the speaker of a quotation without a source is found: in an earlier attribution, or in a phrase near by. */
export type SpeakerAtHand =
  | { readonly kind: "same-as"; readonly draft: Draft }
  | { readonly kind: "phrase"; readonly span: Span }
  | { readonly kind: "nobody" };

/** An attribution whose fragments are together, before its source is resolved to an actor. */
export interface Draft extends Omit<RoleSet, "source" | "content" | "quotations"> {
  source: Span | null;
  readonly content: Span[];
  readonly quotations: Quotation[];
  /** Index of the unit that it was found in. */
  readonly unit: number;
  /** How probable the tagger finds it, 0 to 1; what the rules find has its rule's confidence. */
  readonly confidence?: number;
  /** Only for quotations without a cue. */
  readonly speaker: SpeakerAtHand | null;
}

/** Where a draft begins to be read, in code units: at its source, cue or content, whichever comes first. */
export const startOfDraft = ({ source, cue, content: [first] }: Draft): number =>
  Math.min(startOf(source), startOf(cue), startOf(first));

const startOf = (span: Span | null | undefined): number => (span ? span[0] : Number.POSITIVE_INFINITY);

/** A unit with what was found in it; `roles` is `null` where a speaker's turn covers it. */
export interface UnitRoles {
  readonly unit: Unit;
  readonly roles: readonly RoleSet[] | null;
}
