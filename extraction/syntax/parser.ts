import { noHabits, relationCase, type SyntaxHabits, transitionCase, wordRelationCase } from "./habits.ts";
import { ParserState, transitions } from "./parser-state.ts";
import { mostRelationFeatures, readRelationFeatures } from "./relation-features.ts";
import { relations } from "./relations.ts";
import { Shortcuts } from "./shortcuts.ts";
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
  /** What shortcuts know the last decision of each model by. */
  key = 0;
  relationKey = 0;
  /** What is settled without weights. */
  transitionShortcuts: Shortcuts;
  relationShortcuts: Shortcuts;
  /** Scores of the transitions in the last decision. */
  readonly scores: Int32Array = new Int32Array(3);
  private readonly relationScores = new Int32Array(relations.length);
  private readonly scorer: Scorer;
  private readonly relationScorer: Scorer;
  private readonly habits: SyntaxHabits;

  constructor(
    scorer: Scorer,
    relationScorer: Scorer,
    transitionShortcuts: Int32Array = new Int32Array(1),
    relationShortcuts: Int32Array = new Int32Array(1),
    habits: SyntaxHabits = noHabits,
  ) {
    this.habits = habits;
    this.scorer = scorer;
    this.relationScorer = relationScorer;
    this.transitionShortcuts = new Shortcuts(transitionShortcuts);
    this.relationShortcuts = new Shortcuts(relationShortcuts);
  }

  /** Parses the words of a sentence; the tree stands in `state`. */
  run(forms: WordForms, tag: Uint8Array, teacher?: Teacher): void {
    const { state, features, scores } = this;
    state.begin(forms.length);
    while (!state.done) {
      const { legal } = state;
      let transition = forced(legal);
      if (transition < 0) {
        this.key = transitionKey(state, tag);
        transition = this.transitionShortcuts.lookUp(this.key);
        if (transition < 0) transition = this.habitualTransition(legal, tag);
      }
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

  private habitualTransition(legal: number, tag: Uint8Array): number {
    const habit = this.habits.transitions.lookUp(transitionCase(this.state, tag));
    // Two cases can have one name, if seldom: a transition that is not legal here would lead out of the sentence.
    return habit >= 0 && (legal & (1 << habit)) !== 0 ? habit : -1;
  }

  private attach(head: number, forms: WordForms, tag: Uint8Array, teacher?: Teacher): void {
    const { state, relationFeatures, relationScores } = this;
    const child = state.top;
    let best = 0;
    if (head < state.length) {
      this.relationKey = relationKey(state, tag, child, head);
      best = this.relationShortcuts.lookUp(this.relationKey);
      if (best < 0) best = this.habitualRelation(forms, tag, child, head);
      if (best < 0) {
        this.relationCount = readRelationFeatures(relationFeatures, state, forms, tag, child, head);
        this.relationScorer.score(relationFeatures, this.relationCount, relationScores);
        best = 1;
        for (let label = 2; label < relations.length; label++)
          if ((relationScores[label] as number) > (relationScores[best] as number)) best = label;
        if (teacher) best = teacher.relation(child, head, best);
      }
    }
    state.attach(head, best);
  }

  private habitualRelation({ lower }: WordForms, tag: Uint8Array, child: number, head: number): number {
    const { state } = this;
    const { relations: habits } = this.habits;
    const habit = habits.lookUp(relationCase(state, tag, child, head));
    return habit >= 0
      ? habit
      : habits.lookUp(wordRelationCase(state, tag, lower[child] as number, child, head));
  }
}

/** The only legal transition, or -1 where there is a choice. */
const forced = (legal: number): number => ((legal & (legal - 1)) === 0 ? 31 - Math.clz32(legal) : -1);

/** The tags of the two words on top of the stack and the first two of the buffer, six bits each. */
function transitionKey({ stack, depth, next, length }: ParserState, tag: Uint8Array): number {
  const top = tag[stack[depth - 1] as number] as number;
  const below = depth > 1 ? (tag[stack[depth - 2] as number] as number) : 62;
  const after = next + 1 < length ? (tag[next + 1] as number) : 62;
  return (below << 18) | (top << 12) | ((tag[next] as number) << 6) | after;
}

/** The tags of a word and its head, which comes first, and the relation of the word's first child. */
function relationKey({ left1, relation }: ParserState, tag: Uint8Array, child: number, head: number): number {
  const first = left1[child] as number;
  const inner = first < 0 ? 63 : (relation[first] as number);
  return ((tag[child] as number) << 13) | ((tag[head] as number) << 7) | (head > child ? 64 : 0) | inner;
}
