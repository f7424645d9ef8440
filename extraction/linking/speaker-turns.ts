import type { Unit } from "../roles/unit.ts";
import type { Segment } from "../segmented-article.ts";
import type { Draft } from "./draft.ts";

/**
 * The turns of an interview or transcript: a labelled paragraph is the speaker's from the colon to its end. One
 * attribution a paragraph; `null` for a paragraph without label or without words behind it.
 */
export function speakerTurn(segment: Segment, units: readonly Unit[], firstUnit: number): Draft | null {
  const { speaker } = segment;
  const first = units[0];
  const last = units.at(-1);
  if (!speaker || !first || !last) return null;
  const closing = last.tokens.at(-1);
  const end = closing?.text === "." ? closing.start : last.span[1];
  const start = first.tokens[0]?.start ?? first.span[0];
  if (start >= end) return null;
  return {
    source: speaker.name,
    cue: [speaker.label[1] - 1, speaker.label[1]],
    content: [[start, end]],
    quotations: units.flatMap((unit) => unit.tokens.flatMap((token) => token.quotation ?? [])),
    act: closing?.text === "?" ? "ask" : "assert",
    negated: false,
    rule: "speaker-turn",
    unit: firstUnit,
    speaker: null,
  };
}
