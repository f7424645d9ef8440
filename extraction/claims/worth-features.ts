import { featureKey, pair, triple } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { WorthClauses } from "./worth-clauses.ts";
import { edge, figureHash, isName, nameHash } from "./worth-signs.ts";
import { addTraits, traitCount } from "./worth-traits.ts";
import type { WorthWords } from "./worth-words.ts";

const punctuation = relations.indexOf("punct");

/** How many features there are at most: so many a word, its clause's and its figure's among them, and so many for the whole. */
const ofWord = 9 + 8 + 1;
const ofWhole = traitCount + 1;

/** How many features a proposition of so many words has at most. */
export const mostFeatures = (words: number): number => words * ofWord + ofWhole;

/**
 * The features of a proposition's worth: dictionary forms and pairs of them, pairs of tags, word clusters, arcs of the
 * tree, who does what in which tense, figures, comparisons, and whom it speaks of. Names and figures count as such: which
 * they are differs from one debate to the next. The numbers of the templates have gaps, where others were of no use.
 */
export class WorthFeatures {
  /** What counts of each word: its dictionary form, or that it is a name or a figure. */
  private plain = new Int32Array(0);
  private readonly clauses = new WorthClauses();

  /** Puts the keys (see `featureKey`) of a proposition's features into `keys`, some of them more than once; gives how many. */
  read(words: WorthWords, keys: Int32Array): number {
    const { length } = words;
    if (this.plain.length < length) this.plain = new Int32Array(2 * length + 64);
    const { plain } = this;
    for (let at = 0; at < length; at++) {
      const kind = words.figure[at] as number;
      plain[at] =
        kind > 0
          ? figureHash + kind
          : isName[words.tag[at] as number] === 1
            ? nameHash
            : (words.lemma[at] as number);
    }
    const count = this.addWords(keys, words);
    keys[count] = featureKey(14, pair(length > 0 ? (plain[length - 1] as number) : 0, edge));
    return addTraits(keys, this.clauses.add(keys, count + 1, words, plain), words);
  }

  private addWords(
    keys: Int32Array,
    { tag, relation, head, lower, cluster, figure, length }: WorthWords,
  ): number {
    const { plain } = this;
    let count = 0;
    let before = edge;
    let plainBefore = edge;
    let plainBefore2 = edge;
    for (let at = 0; at < length; at++) {
      const t = tag[at] as number;
      const r = relation[at] as number;
      const own = plain[at] as number;
      keys[count] = featureKey(1, pair(own, t));
      keys[count + 1] = featureKey(3, pair(t, before));
      keys[count + 2] = featureKey(4, cluster[at] as number);
      keys[count + 3] = featureKey(5, pair(own, plainBefore));
      count += 4;
      if (isName[t] === 0 && figure[at] === 0) keys[count++] = featureKey(7, lower[at] as number);
      if (at > 1) keys[count++] = featureKey(8, pair(own, plainBefore2));
      plainBefore2 = plainBefore;
      before = t;
      plainBefore = own;
      if (r === punctuation) continue;
      const h = head[at] as number;
      const above = h < 0 ? edge : (plain[h] as number);
      keys[count] = featureKey(9, triple(r, own, above));
      keys[count + 1] = featureKey(10, pair(r, own));
      keys[count + 2] = featureKey(11, pair(r, above));
      count += 3;
    }
    return count;
  }
}
