import type { Quotation } from "../marks/quotation.ts";
import type { Unit } from "../roles/unit.ts";
import type { Draft } from "./draft.ts";
import { quotationKind } from "./quotation-kind.ts";

/** A quotation that no cue claims, and the index of its token in its unit. */
export interface LooseQuotation {
  readonly at: number;
  readonly quotation: Quotation;
}

/**
 * The quotations of a unit that are speech and stand in the content of none of its drafts, in order. `next` is the unit
 * behind it: a quotation that goes on there is speech, however short.
 */
export function looseQuotations(
  text: string,
  unit: Unit,
  next: Unit | undefined,
  drafts: readonly Draft[],
): LooseQuotation[] {
  const { tokens } = unit;
  if (!unit.quotes) return [];
  const goesOn = next?.tokens[0]?.quotation?.continues === true;
  const claimed = new Set<Quotation>();
  for (const { quotations } of drafts) for (const quotation of quotations) claimed.add(quotation);
  const alone = tokens.every(({ kind }) => kind === "quotation" || kind === "punctuation");
  const loose: LooseQuotation[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const quotation = tokens[at]?.quotation;
    if (!quotation || claimed.has(quotation)) continue;
    const isSpeech =
      (goesOn && !quotation.closed && at === tokens.length - 1) ||
      quotationKind(text, at > 0 ? tokens[at - 1] : undefined, quotation, alone) === "speech";
    if (isSpeech) loose.push({ at, quotation });
  }
  return loose;
}
