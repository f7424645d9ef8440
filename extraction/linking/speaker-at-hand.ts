import type { Quotation } from "../marks/quotation.ts";
import { isDash } from "../roles/dashed-name.ts";
import { spanOf } from "../roles/phrase.ts";
import { phraseStartingAt } from "../roles/phrase-starting-at.ts";
import { subjectOf } from "../roles/subject-of.ts";
import type { Token } from "../tokens/token.ts";
import type { Draft, SpeakerAtHand, UnitRoles } from "./draft.ts";

/**
 * Whose words the quotation at token `at` is, when it has no cue: the subject of its own sentence where words stand
 * before it, else the last speaker or, if the sentence between had another subject, that one.
 */
export function speakerAtHand(
  found: readonly UnitRoles[],
  index: number,
  at: number,
  last: { readonly draft: Draft; readonly unit: number } | null,
): SpeakerAtHand {
  const unit = found[index]?.unit;
  if (!unit) return { kind: "nobody" };
  if (at > 1) {
    const subject = subjectOf(unit.tokens, at);
    if (subject) return { kind: "phrase", span: spanOf(unit.tokens, subject) };
  }
  const before = found[index - 1]?.unit;
  if (last && (last.unit === index - 1 || !before)) return { kind: "same-as", draft: last.draft };
  if (before && before.paragraph >= unit.paragraph - 1) {
    const subject = subjectOf(before.tokens, before.tokens.length);
    if (subject && !isExpletive(before.tokens[subject.first]))
      return { kind: "phrase", span: spanOf(before.tokens, subject) };
  }
  return last ? { kind: "same-as", draft: last.draft } : { kind: "nobody" };
}

/** "It rained", "This was in May": a subject that speaks for nobody. */
const isExpletive = (token: Token | undefined): boolean =>
  !!token && ["it", "this", "that", "there"].includes(token.lower);

/** A quotation without a cue as an attribution of its own. */
export const floatingDraft = (quotation: Quotation, unit: number, speaker: SpeakerAtHand): Draft => ({
  source: speaker.kind === "phrase" ? speaker.span : null,
  cue: null,
  content: [quotation.span],
  quotations: [quotation],
  act: "assert",
  negated: false,
  rule: speaker.kind === "phrase" ? "subject-of-sentence" : "speaker-at-hand",
  unit,
  speaker,
});

/** A quotation with its speaker in a line below, behind a dash; `null` where no such line follows. */
export function signedDraft(found: readonly UnitRoles[], index: number, quotation: Quotation): Draft | null {
  const below = found[index + 1]?.unit.tokens ?? [];
  const [dash] = below;
  if (!dash || !isDash(dash) || found[index]?.unit.tokens.length !== 1) return null;
  const name = phraseStartingAt(below, 1);
  if (!name || name.last < below.length - 2) return null;
  return {
    ...floatingDraft(quotation, index, { kind: "nobody" }),
    source: spanOf(below, name),
    cue: dash.span,
    rule: "name-below-quotation",
    speaker: null,
  };
}
