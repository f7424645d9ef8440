import { relations } from "../syntax/relations.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import { firstLabel, goesOn, mayFollow } from "../tagger/role-labels.ts";
import { contentFragments, type Fragment, nearestFragment, wordsBetween } from "./content-fragments.ts";
import type { DecodedFrame } from "./decode-frame.ts";

/** The part of a frame's words that others may have. */
const mostShared = 0.3;
/** The part of the longer of two fragments that both must have to be one. */
const sameFrom = 0.8;
/** What a frame's score must be for a surer one to part with words for it, and how near its own content must be: chosen on PolNeAR dev. */
const leastScore = 0.3;
const nearby = 3;

const [source, cue] = [firstLabel("source"), firstLabel("cue")];
const conjunct = relations.indexOf("conj");
const leadsIn = [relations.indexOf("cc"), relations.indexOf("punct"), relations.indexOf("advmod")];

/** What is asked of the article's words: how many there are, and their tree. */
type WordsOfTree = Pick<ArticleWords, "length" | "head" | "relation">;

/**
 * Chooses frames, the surest first, so that each word has one role (PolNeAR's guidelines, 23); sources may be shared. A
 * frame loses the words that others have, and is left out where they are its cue or too many. Before it is, the others
 * part with what is rather its own: what follows a cue that is joined to theirs ("said … and warned …"), or a
 * fragment beside it where they have another; and it makes do with a fragment beside its cue that nobody has.
 */
export function selectFrames(frames: readonly DecodedFrame[], words: WordsOfTree): readonly DecodedFrame[] {
  const taken = new Uint8Array(words.length);
  /** Which of the chosen frames has each word that is taken. */
  const takers = new Int32Array(words.length);
  const chosen: DecodedFrame[] = [];
  const surestFirst = [...frames].sort((a, b) => b.score - a.score || a.candidate.from - b.candidate.from);
  for (const frame of surestFirst) {
    const labels =
      withoutTaken(frame, taken) ??
      (frame.score < leastScore ? null : (behindJoined(frame) ?? ownFragment(frame)));
    if (labels) take(chosen.push({ ...frame, labels }) - 1);
  }
  return chosen.sort((a, b) => a.candidate.from - b.candidate.from);

  function take(index: number): void {
    const { candidate, labels } = chosen[index] as DecodedFrame;
    for (let at = 0; at < labels.length; at++) {
      if (labels[at] === 0) continue;
      taken[candidate.windowFrom + at] = labels[at] as number;
      takers[candidate.windowFrom + at] = index;
    }
  }

  /** What is left of a frame whose cue is joined to that of the frame that goes on there, if that one ends before it. */
  function behindJoined(frame: DecodedFrame): Uint8Array | null {
    const { from, anchor } = frame.candidate;
    const taker = takerOf(from);
    if (!taker || words.relation[anchor] !== conjunct || words.head[anchor] !== taker.candidate.anchor)
      return null;
    let cut = from;
    while (leadsIn.includes(words.relation[cut - 1] as number) && words.head[cut - 1] === anchor) cut--;
    const { windowFrom } = taker.candidate;
    const fragment = contentFragments(taker.labels).find(
      ([start, end]) => start < cut - windowFrom && from - windowFrom < end,
    );
    return fragment ? part(from, [cut - windowFrom, fragment[1]], () => withoutTaken(frame, taken)) : null;
  }

  /** What is left of a frame with the fragment beside its cue, which another has besides its own or nobody has. */
  function ownFragment(frame: DecodedFrame): Uint8Array | null {
    const { from, windowFrom } = frame.candidate;
    const find = (): Uint8Array | null => withFreeFragments(frame, taken);
    const nearest = nearestFragment(contentFragments(frame.labels), from - windowFrom);
    if (!nearest) return null;
    const middle = windowFrom + ((nearest[0] + nearest[1]) >> 1);
    const taker = takerOf(middle);
    const moved = windowFrom - (taker?.candidate.windowFrom ?? 0);
    const theirs = contentFragments(taker?.labels ?? new Uint8Array(0));
    const same = theirs.find((fragment) => isSame(fragment, [nearest[0] + moved, nearest[1] + moved]));
    return (
      (same && theirs.length > 1 ? part(middle, same, () => withoutTaken(frame, taken) ?? find()) : null) ??
      find()
    );
  }

  function takerOf(word: number): DecodedFrame | undefined {
    return taken[word] === 0 ? undefined : chosen[takers[word] as number];
  }

  /** Takes a fragment, or the rest of one, from the frame that has a word for what `find` then finds; leaves it where that is nothing. */
  function part(word: number, [from, to]: Fragment, find: () => Uint8Array | null): Uint8Array | null {
    const index = takers[word] as number;
    const taker = chosen[index] as DecodedFrame;
    const { windowFrom } = taker.candidate;
    taken.fill(0, windowFrom + from, windowFrom + to);
    const labels = find();
    if (labels) chosen[index] = { ...taker, labels: taker.labels.slice().fill(0, from, to) };
    else take(index);
    return labels;
  }
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
  return shared > size * mostShared ? null : begunAnew(left);
}

/** The labels of a frame with the fragments of content that nobody has, if one is beside its cue; else `null`. */
function withFreeFragments({ candidate, labels }: DecodedFrame, taken: Uint8Array): Uint8Array | null {
  const { from, windowFrom } = candidate;
  const left = labels.slice();
  for (let at = 0; at < labels.length; at++) {
    const [role, other] = [roleOf(labels[at] as number), taken[windowFrom + at] as number];
    if (other !== 0 && (role === cue || (role === source && roleOf(other) !== source))) return null;
  }
  const free: Fragment[] = [];
  for (const [start, end] of contentFragments(labels))
    if (taken.subarray(windowFrom + start, windowFrom + end).every((label) => label === 0))
      free.push([start, end]);
    else left.fill(0, start, end);
  const nearest = nearestFragment(free, from - windowFrom);
  return nearest && wordsBetween(nearest, from - windowFrom) <= nearby ? left : null;
}

/** Lets a span begin anew behind words that it has lost in its middle. */
function begunAnew(labels: Uint8Array): Uint8Array {
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    if (!mayFollow(at === 0 ? 0 : (labels[at - 1] as number), label)) labels[at] = label - 1;
  }
  return labels;
}

/** Whether two fragments have most of their words in common. */
function isSame(a: Fragment, b: Fragment): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > sameFrom * Math.max(a[1] - a[0], b[1] - b[0]);
}

/** The label of the first word of a role. */
const roleOf = (label: number): number => (goesOn(label) ? label - 1 : label);
