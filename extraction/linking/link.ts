import type { Quotation } from "../marks/quotation.ts";
import { type Draft, startOfDraft, type UnitRoles } from "./draft.ts";
import { looseQuotations } from "./loose-quotations.ts";
import { floatingDraft, signedDraft, speakerAtHand } from "./speaker-at-hand.ts";

/** How many units a quotation over several paragraphs can wait for its cue. */
const chainReach = 12;

/** Who spoke last, and the index of the unit in which it was last heard. */
interface LastSpoken {
  readonly draft: Draft;
  readonly unit: number;
}

/**
 * Joins what belongs together across units: quotations that go on after "…, she said.", quotations that run over
 * paragraphs, and quotations without a cue, which go to the speaker at hand. In reading order of their contents.
 */
export function link(text: string, found: readonly UnitRoles[]): Draft[] {
  const drafts = new Set<Draft>();
  let last: LastSpoken | null = null;
  for (let index = 0; index < found.length; index++) {
    const { unit, roles } = found[index] as UnitRoles;
    if (roles === null) {
      last = null;
      continue;
    }
    const here: Draft[] = roles.map((role) => ({
      ...role,
      content: [...role.content],
      quotations: [...role.quotations],
      unit: index,
      speaker: null,
    }));
    for (const draft of here) drafts.add(draft);
    const [opening] = here;
    if (opening && last && waitsFor(last.draft, opening)) {
      // Joined to what has the cue, and no draft of its own any more.
      for (const span of last.draft.content) opening.content.push(span);
      for (const quotation of last.draft.quotations) opening.quotations.push(quotation);
      drafts.delete(last.draft);
    }
    const speaking: Draft | undefined = here.findLast((draft) => draft.quotations.length > 0) ?? here.at(-1);
    const loose = looseQuotations(text, unit, found[index + 1]?.unit, here);
    for (const { at, quotation } of loose) {
      const goingOn: Draft | null = speaking ?? (last && goesOn(found, last, index, quotation));
      if (goingOn) {
        goingOn.content.push(quotation.span);
        goingOn.quotations.push(quotation);
        last = { draft: goingOn, unit: index };
        continue;
      }
      const draft: Draft =
        signedDraft(found, index, quotation) ??
        floatingDraft(quotation, index, speakerAtHand(found, index, at, last));
      drafts.add(draft);
      last = { draft, unit: index };
    }
    if (speaking && loose.length === 0) last = { draft: speaking, unit: index };
  }
  for (const { content, quotations } of drafts) {
    if (content.length > 1) content.sort((a, b) => a[0] - b[0]);
    if (quotations.length > 1) quotations.sort((a, b) => a.span[0] - b.span[0]);
  }
  return [...drafts].sort((a, b) => startOfDraft(a) - startOfDraft(b));
}

/** Whether a quotation without a cue goes on in the next paragraph, and has its cue only there. */
const waitsFor = (before: Draft, opening: Draft): boolean =>
  before.cue === null && before.unit >= opening.unit - chainReach && !!opening.quotations[0]?.continues;

/** Whose words a quotation without a cue goes on with: those of the sentence before, if nothing new begins. */
function goesOn(
  found: readonly UnitRoles[],
  last: LastSpoken,
  index: number,
  quotation: Quotation,
): Draft | null {
  if (last.draft.quotations.length === 0 || last.unit !== index - 1) return null;
  const before = found[last.unit]?.unit;
  const unit = found[index]?.unit;
  if (!before || !unit) return null;
  if (quotation.continues) return last.draft;
  if (unit.tokens[0]?.quotation !== quotation) return null;
  if (before.paragraph === unit.paragraph) return last.draft;
  // Two paragraphs with nothing but a quotation each: one speaker.
  const bothBare = unit.tokens.length === 1 && before.tokens.length === 1 && !!before.tokens[0]?.quotation;
  return bothBare && unit.paragraph === before.paragraph + 1 ? last.draft : null;
}
