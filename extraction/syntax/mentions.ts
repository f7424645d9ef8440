import { nameFeatures, pair, triple } from "./feature-hash.ts";
import { relations } from "./relations.ts";
import type { SyntaxModel } from "./syntax-model.ts";
import type { SyntaxSentence } from "./syntax-sentence.ts";
import { tags } from "./tags.ts";
import type { Scorer } from "./weights.ts";

/** What a mention can be, after GUM (Zeldes 2017). The first stands for a word that is no mention's head. */
export const mentionTypes = [
  "none",
  "person",
  "place",
  "organization",
  "object",
  "event",
  "time",
  "substance",
  "animal",
  "plant",
  "abstract",
] as const;
export type MentionType = (typeof mentionTypes)[number];

/** The noun phrases of a sentence: arrays side by side, one place a mention, in order of their heads. */
export interface Mentions {
  /** Number of the head word in its sentence. */
  readonly head: Int32Array;
  /** First word, and the word behind the last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Index in `mentionTypes`. */
  readonly type: Uint8Array;
  readonly length: number;
}

/** Finds the noun phrases of a sentence and what each stands for: names, other nouns and pronouns. */
export function mentionsOf(sentence: SyntaxSentence, model: SyntaxModel): Mentions {
  const { length } = sentence;
  const tree = new PhraseBorders(sentence);
  const heads: number[] = [];
  const types: number[] = [];
  const features = new Int32Array(mostMentionFeatures);
  const scores = new Int32Array(mentionTypes.length);
  for (let word = 0; word < length; word++) {
    if (!mayHeadMention(sentence, word)) continue;
    const type = bestType(model.mentionScorer, features, scores, sentence, tree, word);
    if (type === 0) continue;
    heads.push(word);
    types.push(type);
  }
  return {
    head: Int32Array.from(heads),
    first: Int32Array.from(heads, (head) => tree.first[head] as number),
    last: Int32Array.from(heads, (head) => tree.last[head] as number),
    type: Uint8Array.from(types),
    length: heads.length,
  };
}

/** The type with the highest score for a word; 0 where it heads no mention. */
export function bestType(
  scorer: Scorer,
  features: Int32Array,
  scores: Int32Array,
  sentence: SyntaxSentence,
  tree: PhraseBorders,
  word: number,
): number {
  scorer.score(features, readMentionFeatures(features, sentence, tree, word), scores);
  let best = 0;
  for (let type = 1; type < mentionTypes.length; type++)
    if ((scores[type] as number) > (scores[best] as number)) best = type;
  return best;
}

const nominal = new Set([
  "NN",
  "NNS",
  "NNP",
  "NNPS",
  "PRP",
  "PRP$",
  "CD",
  "DT",
  "WP",
  "WDT",
  "VBG",
  "JJ",
  "JJS",
  "FW",
  "$",
  "EX",
  "ADD",
]);
const mayHead = Uint8Array.from(tags, (tag) => (nominal.has(tag) ? 1 : 0));
const inner = new Set(["flat", "fixed", "goeswith", "det", "punct", "aux", "cop", "mark", "case", "cc"]);
const isInner = Uint8Array.from(relations, (relation) => (inner.has(relation) ? 1 : 0));

/** Whether a word may be the head of a mention, by its tag and relation. */
export const mayHeadMention = ({ tag, relation }: SyntaxSentence, word: number): boolean =>
  mayHead[tag[word] as number] === 1 && isInner[relation[word] as number] === 0;

/** Children that are no part of the phrase that their head heads, on either side. */
const outside = new Set([
  "case",
  "punct",
  "cc",
  "mark",
  "conj",
  "parataxis",
  "discourse",
  "advcl",
  "cop",
  "aux",
  "nsubj",
  "nsubj:outer",
  "nsubj:pass",
  "csubj",
  "expl",
  "reparandum",
  "vocative",
  "dislocated",
  "appos",
  "cc:preconj",
  "orphan",
  "obl",
  "ccomp",
]);
const isOutside = Uint8Array.from(relations, (relation) => (outside.has(relation) ? 1 : 0));
const caseRelation = relations.indexOf("case");
const posTag = tags.indexOf("POS");

/** Where the phrase begins and ends that each word of a sentence would head, and some of its children. */
export class PhraseBorders {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The first and the last of the word's left children, its case word and its first right child; -1 for none. */
  readonly opening: Int32Array;
  readonly nearest: Int32Array;
  readonly caseWord: Int32Array;
  readonly follower: Int32Array;

  constructor({ head, relation, tag, length }: SyntaxSentence) {
    const whole = Int32Array.from({ length: length * 2 }, (_, at) => (at < length ? at : at - length + 1));
    this.first = Int32Array.from({ length }, (_, at) => at);
    this.last = Int32Array.from({ length }, (_, at) => at + 1);
    this.opening = new Int32Array(length).fill(-1);
    this.nearest = new Int32Array(length).fill(-1);
    this.caseWord = new Int32Array(length).fill(-1);
    this.follower = new Int32Array(length).fill(-1);
    for (const word of bottomUp(head, length)) {
      const above = head[word] as number;
      if (above < 0) continue;
      const label = relation[word] as number;
      whole[above] = Math.min(whole[above] as number, whole[word] as number);
      whole[length + above] = Math.max(whole[length + above] as number, whole[length + word] as number);
      if (label === caseRelation && tag[word] !== posTag) this.caseWord[above] = word;
      if (isOutside[label] === 1 && tag[word] !== posTag) continue;
      if (word < above) {
        if ((this.opening[above] as number) < 0 || word < (this.opening[above] as number))
          this.opening[above] = word;
        if (word > (this.nearest[above] as number)) this.nearest[above] = word;
        this.first[above] = Math.min(this.first[above] as number, whole[word] as number);
      } else {
        if ((this.follower[above] as number) < 0 || word < (this.follower[above] as number))
          this.follower[above] = word;
        this.last[above] = Math.max(this.last[above] as number, whole[length + word] as number);
      }
    }
  }
}

/** The words of a tree so that each comes before its head; in time linear in their number. */
function bottomUp(head: Int32Array, length: number): Int32Array {
  const waiting = new Int32Array(length);
  for (let word = 0; word < length; word++) {
    const above = head[word] as number;
    if (above >= 0) waiting[above] = (waiting[above] as number) + 1;
  }
  const order = new Int32Array(length);
  let filled = 0;
  for (let word = 0; word < length; word++) if (waiting[word] === 0) order[filled++] = word;
  for (let at = 0; at < filled; at++) {
    const above = head[order[at] as number] as number;
    if (above < 0) continue;
    waiting[above] = (waiting[above] as number) - 1;
    if (waiting[above] === 0) order[filled++] = above;
  }
  return order;
}

/** Room for the features of one word. */
export const mostMentionFeatures = 32;

/** Writes the features that tell whether a word heads a mention, and of what. Returns how many. */
export function readMentionFeatures(
  features: Int32Array,
  { lower, suffix, shape, tag, relation, head, length }: SyntaxSentence,
  tree: PhraseBorders,
  word: number,
): number {
  const w = lower[word] as number;
  const t = tag[word] as number;
  const r = relation[word] as number;
  const above = head[word] as number;
  const hw = above < 0 ? 1 : (lower[above] as number);
  const ht = above < 0 ? 62 : (tag[above] as number);
  const wordAt = (at: number): number => (at < 0 || at >= length ? 2 : (lower[at] as number));
  const opening = wordAt(tree.opening[word] as number);
  const nearest = wordAt(tree.nearest[word] as number);
  const caseWord = wordAt(tree.caseWord[word] as number);
  const follower = tree.follower[word] as number;
  const followerRelation = follower < 0 ? 63 : (relation[follower] as number);
  const end = suffix[word] as number;
  const s = shape[word] as number;
  let at = 0;
  features[at++] = w;
  features[at++] = pair(w, t);
  features[at++] = pair(t, r);
  features[at++] = triple(w, r, t);
  features[at++] = triple(t, r, hw);
  features[at++] = triple(t, r, ht);
  features[at++] = pair(end, t);
  features[at++] = triple(s, t, r);
  features[at++] = pair(opening, t);
  features[at++] = pair(nearest, t);
  features[at++] = triple(caseWord, t, r);
  features[at++] = pair(caseWord, w);
  features[at++] = triple(t, followerRelation, wordAt(follower));
  features[at++] = pair(wordAt(word - 1), t);
  features[at++] = pair(wordAt(word + 1), t);
  features[at++] = triple(hw, r, w);
  features[at++] = triple(t, wordAt(tree.first[word] as number), r);
  features[at++] = triple(caseWord, opening, t);
  features[at++] = triple(hw, caseWord, t);
  features[at++] = pair(wordAt(word + 1), wordAt(word - 1));
  features[at++] = triple(end, r, ht);
  features[at++] = triple(
    t,
    word > 0 ? (tag[word - 1] as number) : 62,
    word + 1 < length ? (tag[word + 1] as number) : 62,
  );
  nameFeatures(features, 0, at, 201);
  return at;
}
