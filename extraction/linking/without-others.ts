import { firstFrom } from "../first-from.ts";
import type { Frame } from "../frames/frame.ts";
import type { Quotation } from "../marks/quotation.ts";
import { overlaps, type Span } from "../span.ts";
import { type Draft, startOfDraft } from "./draft.ts";

/** What a frame's probability must be for a rule's draft to leave it a quotation. */
const leastConfidence = 0.5;
/** The part of a quotation that a frame must have, where it has nothing else. */
const most = 0.8;
/** Outweighs any distance in one paragraph. */
const elsewhere = 1000;
/** How far around a draft a cue may be, in characters, and how many quotations it may have, so that time stays linear in any text. */
const [reach, mostQuotations] = [500, 20];

/**
 * A rule's draft without the quotations that belong to the cue of another frame: those beyond that cue ("“…,” she said,
 * adding that it was late. “…”"), those in another paragraph than its own cue, which the other's cue is nearer to, and
 * those that are all that the other has, where the draft has one that is nearer. A draft with a single quotation is left as it is. `frames` are in order of their cues.
 */
export function withoutOthers(text: string, draft: Draft, frames: readonly Frame[]): Draft {
  const { cue, content, quotations } = draft;
  if (!cue || draft.rule === "speaker-turn" || quotations.length < 2 || quotations.length > mostQuotations)
    return draft;
  const first = firstFrom(frames, startOfDraft(draft) - reach, placeOf);
  const behind = firstFrom(frames, Math.max(cue[1], content.at(-1)?.[1] ?? 0) + reach, placeOf);
  const rivals = frames
    .slice(first, behind)
    .filter(
      (frame) =>
        frame.cue &&
        frame.confidence >= leastConfidence &&
        !overlaps(frame.cue, cue) &&
        !content.some((part) => frame.cue && overlaps(part, frame.cue)),
    );
  const kept = quotations.filter((quotation) => !rivals.some((rival) => isOf(rival, quotation)));
  if (kept.length === quotations.length || kept.length === 0) return draft;
  const left = quotations.filter((quotation) => !kept.includes(quotation));
  return {
    ...draft,
    quotations: kept,
    content: content.filter((part) => !left.some(({ span }) => overlaps(span, part))),
  };

  function isOf(rival: Frame, { span }: Quotation): boolean {
    if (!rival.cue || !cue) return false;
    const [first, second, third] = cue[0] < rival.cue[0] ? [cue, rival.cue, span] : [span, rival.cue, cue];
    const isBeyond = first[1] <= second[0] && second[1] <= third[0];
    if (isBeyond && rival.content.some((part) => overlaps(part, span))) return true;
    const nearest = nearestTo(rival.content, rival.cue);
    if (!nearest || !overlaps(nearest, span)) return false;
    const distance = between(cue, span);
    if (distance >= elsewhere && between(rival.cue, span) < distance) return true;
    const isAll = rival.content.length === 1 && nearest[1] - nearest[0] > most * (span[1] - span[0]);
    return isAll && quotations.some((other) => other.span !== span && between(cue, other.span) <= distance);
  }

  function nearestTo(spans: readonly Span[], place: Span): Span | undefined {
    let best: Span | undefined;
    for (const span of spans) if (!best || between(span, place) < between(best, place)) best = span;
    return best;
  }

  /** How many characters are between two spans; more than ever in one paragraph where they are in two. */
  function between(a: Span, b: Span): number {
    const from = Math.min(a[1], b[1]);
    const to = Math.max(a[0], b[0]);
    return Math.max(0, to - from) + (text.slice(from, to).includes("\n") ? elsewhere : 0);
  }
}

const placeOf = ({ cue, content }: Frame): number => (cue ?? content[0])?.[0] ?? 0;
