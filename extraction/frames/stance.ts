import type { Clauses } from "../tagger/clauses.ts";
import type { CueView } from "./cue-view.ts";
import { hasRole } from "./first-pass.ts";

/** Steps up from a word that are taken to meet what the cue depends on. */
const highest = 25;

/** Which features are added: those that words of one {@link Stance} have in common, the others, or all. */
export const parts = { common: 1, own: 2, all: 3 } as const;

/**
 * How a word stands to the cue, in classes: in the line and in the tree. Words side by side often stand alike, and have
 * most of their features in common.
 */
export class Stance {
  side = 0;
  distance = 0;
  rank = 0;
  label = 0;
  /** Sentences from the cue's to the word's, -2 to 3, and 2. */
  sentences = 0;
  /** See `quotationState`. */
  quoted = 0;
  /** How probable it is that the word has the role: see `hasRole`. */
  content = 0;
  source = 0;
  cue = 0;
  /** 1 where another cue is between the word and the cue, 2 where it is behind the cue. */
  past = 0;
  /** The label that the rules give the word. */
  rule = 0;

  /** The highest word above the word, or itself, that the anchor does not depend on; -1 for none. */
  branch = -1;
  /** Steps from the anchor up to where its path and the word's meet; -1 where they do not. */
  up = -1;
  /** Steps from the word up to there, 0 to 3. */
  steps = 0;
  /** 1 where the branch begins with the word, 2 where it ends with it, 3 for both. */
  ends = 0;

  /** Numbers that are equal for words of one cue that stand alike: in the line, and in the tree. */
  lineKey: number = Number.NaN;
  treeKey: number = Number.NaN;

  /** Reads how a word stands to the cue that the view has taken. */
  read(view: CueView, clauses: Clauses, at: number): void {
    const { words, pass, candidate, cueBefore, cueBehind } = view;
    this.side = view.sideOf(at);
    this.distance = view.distanceOf(at);
    this.rank = view.rankOf(at);
    this.label = pass.label[at] as number;
    const sentences = (words.sentence[at] as number) - (words.sentence[candidate.from] as number);
    this.sentences = Math.max(-2, Math.min(3, sentences)) + 2;
    this.quoted = words.quotation[at] as number;
    this.content = hasRole(pass.content, at);
    this.source = hasRole(pass.source, at);
    this.cue = hasRole(pass.cue, at);
    this.past = cueBehind >= 0 && at >= cueBehind ? 2 : cueBefore >= 0 && at <= cueBefore ? 1 : 0;
    this.rule = words.rule[at] as number;
    this.readPath(view, clauses, at);
    // Each number is below what the key is multiplied with before it is added; the distance tells the side.
    const classes = ((this.content * 6 + this.source) * 6 + this.cue) * 4 + this.quoted;
    const place = ((this.distance * 54 + this.rank) * 8 + this.label) * 6 + this.sentences;
    this.lineKey = ((place * 3 + this.past) * 864 + classes) * 128 + this.rule;
    const shape = ((this.steps * 4 + this.ends) * 8 + this.label) * 3 + this.side;
    this.treeKey = ((this.branch + 1) * 64 + this.up + 1) * 384 + shape;
  }

  private readPath({ words, stepsUp }: CueView, { first, last }: Clauses, at: number): void {
    const { head } = words;
    let meeting = at;
    let branch = -1;
    let steps = 0;
    while (meeting >= 0 && (stepsUp[meeting] as number) < 0 && steps < highest) {
      branch = meeting;
      meeting = head[meeting] as number;
      steps++;
    }
    this.up = meeting < 0 ? -1 : (stepsUp[meeting] as number);
    this.branch = branch = this.up < 0 ? -1 : branch;
    this.steps = this.up < 0 ? 0 : Math.min(steps, 3);
    this.ends = branch < 0 ? 0 : (first[branch] === at ? 1 : 0) | (last[branch] === at ? 2 : 0);
  }
}
