import { nameFeatures, one, pair, triple } from "../syntax/feature-hash.ts";
import { relations } from "../syntax/relations.ts";
import { WorthClauses } from "./worth-clauses.ts";
import { edge, figureHash, isName, nameHash } from "./worth-signs.ts";
import { addTraits, traitCount } from "./worth-traits.ts";
import type { WorthWords } from "./worth-words.ts";

const punctuation = relations.indexOf("punct");

/** How many features there are at most: so many a word, its clause's and its figure's among them, and so many for the whole. */
const ofWord = 12 + 12 + 1;
const ofWhole = traitCount + 1;

/**
 * The features of a proposition's worth, as 32-bit hashes, some of them more than once: dictionary forms and pairs of
 * them, tags, word clusters, arcs of the tree, who does what in which tense, figures, comparisons, and whom it speaks
 * of. Names and figures count as such: which they are differs from one debate to the next.
 */
export class WorthFeatures {
  /** Those of the proposition read last; valid up to `length`. */
  hashes = new Int32Array(0);
  length = 0;
  /** What counts of each word: its dictionary form, or that it is a name or a figure. */
  private plain = new Int32Array(0);
  private readonly clauses = new WorthClauses();

  /** Finds those of a proposition; what was found before is gone. */
  read(words: WorthWords): void {
    const { length } = words;
    if (this.plain.length < length + 1) {
      this.plain = new Int32Array(2 * length + 64);
      this.hashes = new Int32Array(this.plain.length * ofWord + ofWhole);
    }
    const { hashes, plain } = this;
    for (let at = 0; at < length; at++) {
      const kind = words.figure[at] as number;
      plain[at] =
        kind > 0
          ? figureHash + kind
          : isName[words.tag[at] as number] === 1
            ? nameHash
            : (words.lemma[at] as number);
    }
    let count = this.addWords(words);
    hashes[count] = pair(length > 0 ? (plain[length - 1] as number) : 0, edge);
    nameFeatures(hashes, count, count + 1, 14);
    count = this.clauses.add(hashes, count + 1, words, plain);
    this.length = addTraits(hashes, count, words);
  }

  private addWords({ tag, relation, head, lower, cluster, figure, length }: WorthWords): number {
    const { hashes, plain } = this;
    let count = 0;
    let before = edge;
    let before2 = edge;
    let plainBefore = edge;
    let plainBefore2 = edge;
    for (let at = 0; at < length; at++) {
      const t = tag[at] as number;
      const r = relation[at] as number;
      const own = plain[at] as number;
      hashes[count] = pair(own, t);
      hashes[count + 1] = t;
      hashes[count + 2] = pair(t, before);
      hashes[count + 3] = cluster[at] as number;
      hashes[count + 4] = pair(own, plainBefore);
      hashes[count + 5] = triple(t, before, before2);
      nameFeatures(hashes, count, count + 6, 1);
      count += 6;
      if (isName[t] === 0 && figure[at] === 0) hashes[count++] = one(7, lower[at] as number);
      if (at > 1) hashes[count++] = one(8, pair(own, plainBefore2));
      before2 = before;
      plainBefore2 = plainBefore;
      before = t;
      plainBefore = own;
      if (r === punctuation) continue;
      const h = head[at] as number;
      const above = h < 0 ? edge : (plain[h] as number);
      hashes[count] = triple(r, own, above);
      hashes[count + 1] = pair(r, own);
      hashes[count + 2] = pair(r, above);
      hashes[count + 3] = triple(r, t, h < 0 ? edge : (tag[h] as number));
      nameFeatures(hashes, count, count + 4, 9);
      count += 4;
    }
    return count;
  }
}
