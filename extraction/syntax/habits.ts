import type { Model } from "../model/model.ts";
import { pair, spread, triple } from "./feature-hash.ts";
import type { ParserState } from "./parser-state.ts";

/**
 * Decisions that were taken in the same way nearly every time that a few things around were the same: an open hash table
 * whose number of slots is a power of two, looked up before the weights are asked. A slot is 0 where it is empty, else
 * the upper 26 bits of a case's name and, in the lowest six, the decision plus one.
 */
export class Habits {
  private readonly slots: Int32Array;

  constructor(slots: Int32Array) {
    this.slots = slots;
  }

  /** The decision in a case, by the case's name; -1 where there is no habit. */
  lookUp(name: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = name & mask;
    for (;;) {
      const found = slots[slot] as number;
      if (found === 0) return -1;
      if ((found ^ name) >>> 6 === 0) return (found & 63) - 1;
      slot = (slot + 1) & mask;
    }
  }
}

/** The habits of a tagger and a parser. */
export interface SyntaxHabits {
  readonly tags: Habits;
  readonly transitions: Habits;
  readonly relations: Habits;
}

/** Whoever has these asks the weights every time: to learn, and to find the habits. */
export const noHabits: SyntaxHabits = {
  tags: new Habits(new Int32Array(1)),
  transitions: new Habits(new Int32Array(1)),
  relations: new Habits(new Int32Array(1)),
};

/** Takes them from the model. @throws ModelFileError where a section is missing or of another type */
export const habitsFrom = (model: Model): SyntaxHabits => ({
  tags: new Habits(model.numbers("habits/tags", "int32")),
  transitions: new Habits(model.numbers("habits/transitions", "int32")),
  relations: new Habits(model.numbers("habits/relations", "int32")),
});

/** The name of a word's case for the tagger: the word's entry in the lexicon and its shape, the tag before, the entry behind. */
export const tagCase = (entry: number, shape: number, before: number, behind: number): number =>
  spread(triple(pair(entry, shape), before, behind));

/** What stands for a tag and for a relation where there is none. */
const [noTag, noRelation] = [62, 63];

/**
 * The name of a parser's case before a transition: the tags of the two words on top of the stack and of the first two of
 * the buffer, how far the top is from the buffer, and the relation of its outermost child to the right.
 */
export function transitionCase(
  { stack, depth, next, length, right1, relation }: ParserState,
  tag: Uint8Array,
): number {
  const top = stack[depth - 1] as number;
  const below = depth > 1 ? (tag[stack[depth - 2] as number] as number) : noTag;
  const after = next + 1 < length ? (tag[next + 1] as number) : noTag;
  const child = right1[top] as number;
  const inner = child < 0 ? noRelation : (relation[child] as number);
  const tags = (below << 18) | ((tag[top] as number) << 12) | ((tag[next] as number) << 6) | after;
  return spread(triple(tags, Math.min(3, next - top), inner));
}

/**
 * The name of a parser's case before it names the relation of a word to its head, by tags: of both, and the relations of the word's
 * first child and of the child that the head got last on that side.
 */
export function relationCase(
  { left1, right1, relation }: ParserState,
  tag: Uint8Array,
  child: number,
  head: number,
): number {
  const first = left1[child] as number;
  const sibling = head > child ? (left1[head] as number) : (right1[head] as number);
  const inner = first < 0 ? noRelation : (relation[first] as number);
  const outer = sibling < 0 ? noRelation : (relation[sibling] as number);
  const tags = ((tag[child] as number) << 7) | ((tag[head] as number) << 1) | (head > child ? 1 : 0);
  return spread(triple(tags, inner, outer));
}

/** The same by the word itself (its hash in lower case) and its head's tag, for words that have one relation nearly always. */
export function wordRelationCase(
  { left1, relation }: ParserState,
  tag: Uint8Array,
  word: number,
  child: number,
  head: number,
): number {
  const first = left1[child] as number;
  const inner = first < 0 ? noRelation : (relation[first] as number);
  return spread(triple(word, ((tag[head] as number) << 1) | (head > child ? 1 : 0), inner));
}
