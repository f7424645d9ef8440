import { firstLabel, goesOn, mayFollow } from "../tagger/role-labels.ts";
import type { DecodedFrame } from "./decode-frame.ts";

/** The part of a frame's words that others may have. */
const mostShared = 0.3;

const [source, cue] = [firstLabel("source"), firstLabel("cue")];

/**
 * Chooses frames, the surest first, so that each word has one role (PolNeAR's guidelines, 23); sources may be shared. A
 * frame loses the words that others have, and is left out where they are its cue or too many.
 *
 * @param length words of the article
 */
export function selectFrames(frames: readonly DecodedFrame[], length: number): readonly DecodedFrame[] {
  const taken = new Uint8Array(length);
  const chosen: DecodedFrame[] = [];
  const surestFirst = [...frames].sort((a, b) => b.score - a.score || a.candidate.from - b.candidate.from);
  for (const frame of surestFirst) {
    const labels = withoutTaken(frame, taken);
    if (!labels) continue;
    const { windowFrom } = frame.candidate;
    for (let at = 0; at < labels.length; at++)
      if (labels[at] !== 0) taken[windowFrom + at] = labels[at] as number;
    chosen.push({ ...frame, labels });
  }
  return chosen.sort((a, b) => a.candidate.from - b.candidate.from);
}

/** The labels of what is left of a frame; `null` where that is too little. */
function withoutTaken({ candidate, labels }: DecodedFrame, taken: Uint8Array): Uint8Array | null {
  const left = labels.slice();
  let size = 0;
  let shared = 0;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    if (label === 0) continue;
    size++;
    const other = taken[candidate.windowFrom + at] as number;
    if (other === 0 || (roleOf(label) === source && roleOf(other) === source)) continue;
    if (roleOf(label) === cue) return null;
    shared++;
    left[at] = 0;
  }
  if (shared > size * mostShared) return null;
  // A span that has lost words in its middle begins anew behind them.
  for (let at = 0; at < left.length; at++) {
    const label = left[at] as number;
    if (!mayFollow(at === 0 ? 0 : (left[at - 1] as number), label)) left[at] = label - 1;
  }
  return left;
}

/** The label of the first word of a role. */
const roleOf = (label: number): number => (goesOn(label) ? label - 1 : label);
