import type { ArticleWords } from "../tagger/article-words.ts";
import { distanceClass } from "../tagger/distance.ts";
import { firstLabel, goesOn } from "../tagger/role-labels.ts";
import type { CueCandidate } from "./cue-candidates.ts";
import type { FirstPass, RolePass } from "./first-pass.ts";

/** Where a word is: before the cue, in it, or behind it. */
export const sides = { before: 0, inside: 1, behind: 2 } as const;

/** Steps up the tree that are taken at most. */
const highest = 40;
const [source, cue, content] = [firstLabel("source"), firstLabel("cue"), firstLabel("content")];

/** An article as it looks from one cue after the other. */
export class CueView {
  readonly words: ArticleWords;
  readonly pass: FirstPass;
  candidate: CueCandidate = { from: 0, to: 0, anchor: 0, windowFrom: 0, windowTo: 0 };
  /** The nearest cues of the first pass before and behind this one; -1 for none in the window. */
  cueBefore = -1;
  cueBehind = -1;
  /** Which roles stand how near on which side, up to the next cues: 0 to 143. */
  setting = 0;
  /** For each word that the anchor depends on, itself included, the number of steps to it; else -1. */
  readonly stepsUp: Int8Array;
  /** The words that the anchor depends on, itself first. */
  readonly above: number[] = [];

  constructor(words: ArticleWords, pass: FirstPass) {
    this.words = words;
    this.pass = pass;
    this.stepsUp = new Int8Array(words.length + 1).fill(-1);
  }

  /** Takes up a candidate: one of `candidates`, by its index. */
  take(candidates: readonly CueCandidate[], index: number): void {
    const candidate = candidates[index];
    if (!candidate) throw new RangeError(`there is no candidate ${index}`);
    this.candidate = candidate;
    this.cueBefore = this.nearestCue(candidates, index, -1);
    this.cueBehind = this.nearestCue(candidates, index, 1);
    this.setting = this.findSetting();
    const { stepsUp, above } = this;
    for (const word of above) stepsUp[word] = -1;
    above.length = 0;
    const { head } = this.words;
    for (let word = candidate.anchor; word >= 0 && above.length < highest; word = head[word] as number) {
      stepsUp[word] = above.length;
      above.push(word);
    }
  }

  /** On which side of the cue a word is. */
  sideOf(word: number): number {
    const { from, to } = this.candidate;
    return word < from ? sides.before : word < to ? sides.inside : sides.behind;
  }

  /** The class of a word's distance from the cue, other ones on each side. */
  distanceOf(word: number): number {
    const { from, to } = this.candidate;
    if (word < from) return distanceClass(from - word);
    if (word >= to) return 16 + distanceClass(word - to);
    return 40 + Math.min(3, word - from);
  }

  /** How many spans of each role, up to two, are between the word and the cue, its own included: 0 to 53. */
  rankOf(word: number): number {
    const { from, to } = this.candidate;
    const { pass } = this;
    if (word >= to)
      return (
        begunBetween(pass.content, to, word + 1) +
        3 * begunBetween(pass.source, to, word + 1) +
        9 * begunBetween(pass.cue, to, word + 1)
      );
    if (word >= from) return 0;
    return (
      27 +
      endedBetween(pass.content, word, from) +
      3 * endedBetween(pass.source, word, from) +
      9 * endedBetween(pass.cue, word, from)
    );
  }

  private nearestCue(candidates: readonly CueCandidate[], index: number, step: number): number {
    const { label } = this.pass;
    const { windowFrom, windowTo } = this.candidate;
    for (let at = index + step, tries = 0; tries < 3; at += step, tries++) {
      const other = candidates[at];
      if (!other || label[other.from] !== cue) continue;
      if (step < 0 ? other.to > windowFrom : other.from < windowTo) return other.from;
    }
    return -1;
  }

  private findSetting(): number {
    const { from, to, windowFrom, windowTo } = this.candidate;
    const { label } = this.pass;
    let [sourceBefore, contentBefore, sourceBehind, contentBehind] = [0, 0, 0, 0];
    for (let word = from - 1; word >= windowFrom; word--) {
      const begins = firstOf(label[word] as number);
      if (begins === cue) break;
      if (begins === content && contentBefore === 0) contentBefore = Math.min(3, from - word);
      if (begins === source && sourceBefore === 0) sourceBefore = from - word < 3 ? 1 : 2;
    }
    for (let word = to; word < windowTo; word++) {
      const here = label[word] as number;
      if (here === cue) break;
      if (here === content && contentBehind === 0) contentBehind = Math.min(3, word - to + 1);
      if (here === source && sourceBehind === 0) sourceBehind = word - to < 2 ? 1 : 2;
    }
    return sourceBefore + 3 * sourceBehind + 9 * contentBefore + 36 * contentBehind;
  }
}

/** The label that begins the span of a label. */
const firstOf = (label: number): number => (goesOn(label) ? label - 1 : label);

const begunBetween = ({ begun }: RolePass, from: number, to: number): number =>
  Math.min(2, (begun[to] as number) - (begun[from] as number));
const endedBetween = ({ ended }: RolePass, from: number, to: number): number =>
  Math.min(2, (ended[to] as number) - (ended[from] as number));
