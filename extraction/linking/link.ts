import type { Quotation } from "../marks/quotation.ts";
import { spanOf } from "../roles/phrase.ts";
import { phraseStartingAt } from "../roles/phrase-starting-at.ts";
import { subjectOf } from "../roles/subject-of.ts";
import { overlaps } from "../span.ts";
import type { Draft, SpeakerAtHand, UnitRoles } from "./draft.ts";
import { quotationKind } from "./quotation-kind.ts";

/**
 * Joins what belongs together across units: quotations that go on after "…, she said.", quotations that run over
 * paragraphs, and quotations without a cue, which go to the speaker at hand.
 */
export function link(text: string, found: readonly UnitRoles[]): Draft[] {
  const drafts: Draft[] = [];
  /** Who spoke last, and in which unit it was last heard. */
  let last: { draft: Draft; unit: number } | null = null;
  found.forEach(({ unit, roles }, index) => {
    if (roles === null) {
      last = null;
      return;
    }
    const here: Draft[] = roles.map((role) => ({
      ...role,
      content: [...role.content],
      quotations: [...role.quotations],
      unit: index,
      speaker: null,
    }));
    drafts.push(...here);
    // A quotation that began in the paragraph before and has its cue only here.
    const [opening] = here;
    const open = last?.draft;
    if (
      opening &&
      open &&
      open.cue === null &&
      open.unit >= index - chainReach &&
      opening.quotations[0]?.continues &&
      drafts.includes(open)
    ) {
      opening.content.unshift(...open.content);
      opening.quotations.unshift(...open.quotations);
      drafts.splice(drafts.indexOf(open), 1);
    }
    const speaking = here.filter((draft) => draft.quotations.length > 0).at(-1);
    const loose = unit.tokens.flatMap((token, at) => {
      const { quotation } = token;
      if (!quotation || here.some((draft) => draft.content.some((span) => overlaps(span, quotation.span))))
        return [];
      return quotationKind(text, unit.tokens, at, quotation) === "speech" ? [{ at, quotation }] : [];
    });
    for (const { at, quotation } of loose) {
      const inUnit: Draft | null = speaking ?? here.at(-1) ?? null;
      const joined: Draft | null = inUnit ?? goesOn(last, index, quotation);
      if (joined) {
        joined.content.push(quotation.span);
        joined.quotations.push(quotation);
        last = { draft: joined, unit: index };
        continue;
      }
      const draft =
        signed(found, index, quotation) ?? floating(quotation, index, speakerAtHand(found, index, at, last));
      drafts.push(draft);
      last = { draft, unit: index };
    }
    const spoke = speaking ?? here.at(-1);
    if (spoke && loose.length === 0) last = { draft: spoke, unit: index };
  });
  for (const draft of drafts) draft.content.sort((a, b) => a[0] - b[0]);
  return drafts.sort((a, b) => start(a) - start(b));

  function goesOn(previous: typeof last, index: number, quotation: Quotation): Draft | null {
    if (!previous || previous.draft.quotations.length === 0 || previous.unit !== index - 1) return null;
    const before = found[previous.unit]?.unit;
    const unit = found[index]?.unit;
    if (!before || !unit) return null;
    if (quotation.continues) return previous.draft;
    const startsUnit = unit.tokens[0]?.quotation === quotation;
    if (!startsUnit) return null;
    if (before.paragraph === unit.paragraph) return previous.draft;
    const heldTurn = before.tokens.at(-1)?.quotation !== undefined && endsInQuotation(before.tokens);
    return heldTurn &&
      unit.paragraph === before.paragraph + 1 &&
      unit.tokens.length === 1 &&
      before.tokens.length === 1
      ? previous.draft
      : null;
  }
}

const start = (draft: Draft): number =>
  Math.min(draft.content[0]?.[0] ?? Number.POSITIVE_INFINITY, draft.cue?.[0] ?? Number.POSITIVE_INFINITY);

const endsInQuotation = (tokens: UnitRoles["unit"]["tokens"]): boolean => {
  const last = tokens.at(-1);
  return last?.quotation !== null || (last.kind === "punctuation" && tokens.at(-2)?.quotation !== null);
};

function floating(quotation: Quotation, unit: number, speaker: SpeakerAtHand): Draft {
  return {
    source: null,
    cue: null,
    content: [quotation.span],
    quotations: [quotation],
    act: "assert",
    negated: false,
    rule: speaker.kind === "phrase" ? "subject-of-sentence" : "speaker-at-hand",
    unit,
    speaker,
  };
}

/** How many units a quotation over several paragraphs can wait for its cue. */
const chainReach = 12;

/** A quotation with its speaker in a line below, behind a dash. */
function signed(found: readonly UnitRoles[], index: number, quotation: Quotation): Draft | null {
  const unit = found[index + 1]?.unit;
  const dash = unit?.tokens[0];
  if (!unit || !dash || !/^[—–-]$/u.test(dash.text) || found[index]?.unit.tokens.length !== 1) return null;
  const name = phraseStartingAt(unit.tokens, 1);
  if (!name || name.last < unit.tokens.length - 2) return null;
  return {
    ...floating(quotation, index, { kind: "nobody" }),
    source: spanOf(unit.tokens, name),
    cue: dash.span,
    rule: "name-below-quotation",
    speaker: null,
  };
}

/**
 * Whose words a quotation without a cue is: the subject of its own sentence where words stand before it, else the
 * last speaker or, if the sentence between had another subject, that one.
 */
function speakerAtHand(
  found: readonly UnitRoles[],
  index: number,
  at: number,
  last: { draft: Draft; unit: number } | null,
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
    if (subject) return { kind: "phrase", span: spanOf(before.tokens, subject) };
  }
  return last ? { kind: "same-as", draft: last.draft } : { kind: "nobody" };
}
