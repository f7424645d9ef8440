import { ParserState, transitions } from "./parser-state.ts";
import { mostRelationFeatures, readRelationFeatures } from "./relation-features.ts";
import { relations } from "./relations.ts";
import { mostTransitionFeatures, readTransitionFeatures } from "./transition-features.ts";
import type { Scorer } from "./weights.ts";
import type { WordForms } from "./word-forms.ts";

/** Who teaches the parser: may overrule each decision. The parser's features and state can be read meanwhile. */
export interface Teacher {
  /** Gets the best transition and gives the one to take. */
  transition(best: number): number;
  /** Gets the best relation for a word and its head and gives the one to write. */
  relation(child: number, head: number, best: number): number;
}

/**
 * Greedy transition-based dependency parser, arc-hybrid, with a linear model (trained with a dynamic oracle, Goldberg and
 * Nivre 2013). Transitions carry no relation; each arc gets its relation from a second model as it is made, and what
 * was decided is a feature of what follows.
 */
export class Parser {
  readonly state = new ParserState();
  readonly features: Int32Array = new Int32Array(mostTransitionFeatures);
  readonly relationFeatures: Int32Array = new Int32Array(mostRelationFeatures);
  /** Number of features of the last decision of each model. */
  count = 0;
  relationCount = 0;
  /** Scores of the transitions in the last decision. */
  readonly scores: Int32Array = new Int32Array(3);
  private readonly relationScores = new Int32Array(relations.length);
  private readonly scorer: Scorer;
  private readonly relationScorer: Scorer;

  constructor(scorer: Scorer, relationScorer: Scorer) {
    this.scorer = scorer;
    this.relationScorer = relationScorer;
  }

  /** Parses the words of a sentence; the tree stands in `state`. */
  run(forms: WordForms, tag: Uint8Array, teacher?: Teacher): void {
    const { state, features, scores } = this;
    state.begin(forms.length);
    while (!state.done) {
      const { legal } = state;
      let transition = forced(legal);
      if (transition < 0) {
        this.count = readTransitionFeatures(features, state, forms, tag);
        this.scorer.score(features, this.count, scores);
        transition = this.bestOf(legal);
        if (teacher) transition = teacher.transition(transition);
      }
      if (transition === transitions.shift) state.shift();
      else this.attach(state.headBy(transition), forms, tag, teacher);
    }
  }

  /** The legal transition with the highest score. */
  bestOf(legal: number): number {
    let best = -1;
    for (let transition = 0; transition < 3; transition++) {
      if ((legal & (1 << transition)) === 0) continue;
      if (best < 0 || (this.scores[transition] as number) > (this.scores[best] as number)) best = transition;
    }
    return best;
  }

  private attach(head: number, forms: WordForms, tag: Uint8Array, teacher?: Teacher): void {
    const { state, relationFeatures, relationScores } = this;
    const child = state.top;
    let best = 0;
    if (head < state.length) {
      this.relationCount = readRelationFeatures(relationFeatures, state, forms, tag, child, head);
      this.relationScorer.score(relationFeatures, this.relationCount, relationScores);
      best = 1;
      for (let label = 2; label < relations.length; label++)
        if ((relationScores[label] as number) > (relationScores[best] as number)) best = label;
      if (teacher) best = teacher.relation(child, head, best);
    }
    state.attach(head, best);
  }
}

/** The only legal transition, or -1 where there is a choice. */
const forced = (legal: number): number => ((legal & (legal - 1)) === 0 ? 31 - Math.clz32(legal) : -1);
