import type { Quotation } from "../marks/quotation.ts";
import type { Unit } from "../roles/unit.ts";
import type { Draft } from "./draft.ts";
import { quotationKind } from "./quotation-kind.ts";

/** A quotation that no cue claims, and the index of its token in its unit. */
export interface LooseQuotation {
  readonly at: number;
  readonly quotation: Quotation;
}

/** The quotations of a unit that are speech and stand in the content of none of its drafts, in order. */
export function looseQuotations(text: string, unit: Unit, drafts: readonly Draft[]): LooseQuotation[] {
  const claimed = new Set(drafts.flatMap(({ quotations }) => quotations));
  const alone = unit.tokens.every(({ kind }) => kind === "quotation" || kind === "punctuation");
  return unit.tokens.flatMap(({ quotation }, at) =>
    quotation &&
    !claimed.has(quotation) &&
    quotationKind(text, unit.tokens[at - 1], quotation, alone) === "speech"
      ? [{ at, quotation }]
      : [],
  );
}
