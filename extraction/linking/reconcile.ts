import { type CalibrationTable, confidenceAt } from "../calibration-table.ts";
import { firstFrom } from "../first-from.ts";
import type { Frame } from "../frames/frame.ts";
import type { Quotation } from "../marks/quotation.ts";
import { actOfCue, isNegatedCue } from "../roles/cue-words.ts";
import type { Rule } from "../roles/role-set.ts";
import type { Unit } from "../roles/unit.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import { contentProbabilityOf } from "../tagger/content-probability.ts";
import type { TaggedRoles } from "../tagger/tag-roles.ts";
import { attachStrayContent, type WordsOfParagraphs } from "./attach-stray-content.ts";
import { beliefIn, isBelievable } from "./believable.ts";
import { type Draft, startOfDraft } from "./draft.ts";
import { givesName } from "./gives-name.ts";
import { joinedSpans } from "./joined-spans.ts";
import { Ownership } from "./ownership.ts";
import { sourceWithoutQuotation } from "./source-without-quotation.ts";
import { type WholeContent, wholeContent } from "./whole-content.ts";
import { withoutAddressee } from "./without-addressee.ts";
import { withoutOthers } from "./without-others.ts";

/** What the two ways of finding attributions have to be brought together on. */
export interface Reconciled {
  readonly text: string;
  /** What the trained taggers find, in order of their cues. */
  readonly frames: readonly Frame[];
  /** What the rules find, in reading order. */
  readonly drafts: readonly Draft[];
  readonly units: readonly Unit[];
  /** The outermost quotations of the article, in order. */
  readonly quotations: readonly Quotation[];
  /** The article's words and the roles that the first pass gives them. */
  readonly words: WordsOfParagraphs;
  readonly roles: TaggedRoles;
  /** Turns the belief in a frame into the probability that it is right. Without it the frame's own confidence stands. */
  readonly trust?: CalibrationTable;
}

/**
 * One list of attributions from the taggers' frames and the rules' drafts, in reading order.
 *
 * Frames decide, except where rules are certain: a speaker's turn is its speaker's whole; a quotation is not cut; a
 * quotation that the rules link to an attribution goes with the frame that has the rest of it, and one that has no cue
 * of its own with the attribution before it (PolNeAR's guidelines, 21). What only the rules find is added.
 */
export function reconcile(reconciled: Reconciled): Draft[] {
  const { text, drafts, units, quotations, words, roles, trust } = reconciled;
  const frames = reconciled.frames.map((frame) =>
    withoutAddressee(text, sourceWithoutQuotation(text, frame, quotations)),
  );
  const owned = new Ownership(text.length);
  const result: Draft[] = [];
  /** The draft of the result that stands for a draft of the rules. */
  const heirs = new Map<Draft, Draft>();
  const add = (draft: Draft): void => {
    const owner = result.push(draft) - 1;
    for (const span of spansOf(draft)) owned.take(owner, span);
  };
  for (const draft of drafts) {
    if (!isCertain(text, draft)) continue;
    const certain = withoutOthers(text, withSpansOf(draft, frames), frames);
    add(certain);
    heirs.set(draft, certain);
  }
  for (const frame of frames) {
    const content = wholeContent(text, frame, quotations);
    const belief = beliefIn(frame.confidence, contentProbabilityOf(words, roles, frame.content));
    if (!isBelievable(belief, content.quotations.length > 0) || givesName(text, frame)) continue;
    const draft = draftOf(text, frame, content, units);
    // Two attributions can share a source.
    if (draft.unit >= 0 && owned.mostOf(cueAndContent(draft)) < 0)
      add(trust ? { ...draft, confidence: confidenceAt(trust, belief) } : draft);
  }
  for (const draft of drafts) {
    if (isCertain(text, draft)) continue;
    const holder = owned.mostOf(cueAndContent(draft));
    const before =
      holder < 0 && draft.cue === null && draft.speaker?.kind === "same-as"
        ? owned.lastIn([units[draft.unit - 1]?.span[0] ?? 0, startOfDraft(draft)])
        : holder;
    const heir = result[before];
    if (heir) {
      if (heir.rule !== "speaker-turn") extend(heir, before, draft.quotations);
      const source = heir.source === null && holder >= 0 && owns(heir, draft) ? draft.source : null;
      if (source && owned.isFree(source)) {
        heir.source = source;
        owned.take(before, source);
      }
      heirs.set(draft, heir);
    } else if (!draft.source || owned.mostOf([draft.source]) < 0 || draft.quotations.length > 0) {
      const speaker = draft.speaker;
      add(
        speaker?.kind === "same-as"
          ? { ...draft, speaker: { kind: "same-as", draft: heirs.get(speaker.draft) ?? speaker.draft } }
          : draft,
      );
      heirs.set(draft, result.at(-1) ?? draft);
    }
  }
  attachStrayContent(text, words, roles, result, owned);
  return result.sort((a, b) => startOfDraft(a) - startOfDraft(b));

  /** Adds to an attribution the quotations that nobody owns. */
  function extend(draft: Draft, owner: number, added: readonly Quotation[]): void {
    const free = added.filter(({ span }) => owned.isFree(span));
    if (free.length === 0) return;
    for (const { span } of free) owned.take(owner, span);
    const content = joinedSpans(text, [...draft.content, ...free.map(({ span }) => span)]);
    draft.content.splice(0, draft.content.length, ...content);
    draft.quotations.push(...free);
    draft.quotations.sort((a, b) => a.span[0] - b.span[0]);
  }
}

/** Whether two attributions have one cue. */
const owns = ({ cue }: Draft, other: Draft): boolean => !!cue && !!other.cue && overlaps(cue, other.cue);

/** Rules that are right more often than the taggers where they apply: chosen on PolNeAR dev. */
const certainRules: ReadonlySet<Rule> = new Set<Rule>([
  "speaker-turn",
  "quotation-before-cue",
  "quotation-around-cue",
  "clause-around-cue",
  "name-below-quotation",
]);

/**
 * Whether rules are certain of a draft: by its shape, or because a whole sentence in marks stands behind a verb and its comma (“…,
 * asking, ‘Where do we go?’”), where the taggers may take it for the end of what somebody else says.
 */
const isCertain = (text: string, { rule, content, quotations }: Draft): boolean =>
  certainRules.has(rule) ||
  (rule === "quotation-after-cue" &&
    content.length === 1 &&
    quotations.length === 1 &&
    content[0]?.[0] === quotations[0]?.span[0] &&
    content[0]?.[1] === quotations[0]?.span[1] &&
    wholeSentence.test(textOf(text, content[0] ?? [0, 0])));

const wholeSentence = /^\P{L}?\p{Lu}.*[.!?…]\P{L}?$/su;

/** A draft with source and cue as the frame with the same cue has them, whose ends are more often right. */
function withSpansOf(draft: Draft, frames: readonly Frame[]): Draft {
  const { source, cue } = draft;
  if (!source || !cue || draft.rule === "speaker-turn") return draft;
  const behind = firstFrom(frames, cue[1], (frame) => frame.cue?.[0] ?? 0);
  const frame = frames[behind - 1];
  if (!frame?.cue || !frame.source) return draft;
  const isSame = overlaps(frame.cue, cue) && overlaps(frame.source, source);
  const isFree = [frame.source, frame.cue].every(
    (span) => !draft.content.some((part) => overlaps(part, span)),
  );
  return isSame && isFree ? { ...draft, source: frame.source, cue: frame.cue } : draft;
}

const cueAndContent = ({ cue, content }: Draft): readonly Span[] => (cue ? [...content, cue] : content);

const spansOf = (draft: Draft): readonly Span[] =>
  draft.source ? [draft.source, ...cueAndContent(draft)] : cueAndContent(draft);

/** A frame as a draft. `unit` is -1 outside all units. */
function draftOf(
  text: string,
  { source, cue, content, confidence }: Frame,
  { spans, quotations }: WholeContent,
  units: readonly Unit[],
): Draft {
  const place = cue?.[0] ?? content[0]?.[0] ?? 0;
  const nearest = firstFrom(units, place + 1, ({ span }) => span[0]) - 1;
  const words = cue ? textOf(text, cue) : "";
  return {
    source,
    cue,
    content: joinedSpans(text, spans),
    quotations,
    act: actOfCue(words),
    negated: isNegatedCue(words),
    rule: "tagger",
    confidence,
    unit: place < (units[nearest]?.span[1] ?? 0) ? nearest : -1,
    speaker: null,
  };
}
