import { type Relation, relations } from "../syntax/relations.ts";
import type { ArticleWords } from "./article-words.ts";
import { isVerbTag } from "./verb-tags.ts";

/** What the trees tell of each word beyond its head: arrays side by side. A word that does not exist is -1. */
export interface Clauses {
  /** The nearest verb at or above the word. */
  readonly verb: Int32Array;
  /** The nearest form of a reporting verb above the word, and the relation in which the branch with the word is to it. */
  readonly reporting: Int32Array;
  readonly reportingRelation: Uint8Array;
  /** First and last word of the word's subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The word with the widest subtree that begins here, and that ends here. */
  readonly widestFrom: Int32Array;
  readonly widestTo: Int32Array;
  /** Which arguments depend on the word: see `argumentBits`. */
  readonly dependents: Uint16Array;
}

/** Steps up a tree that are taken at most; deeper trees are noise. */
const highest = 60;
/** Steps that are taken to find a verb. */
const verbReach = 30;

/** Relations that are noted, from the lowest bit on. */
const noted: readonly Relation[] = [
  "nsubj",
  "ccomp",
  "parataxis",
  "xcomp",
  "obj",
  "nsubj:pass",
  "csubj",
  "mark",
];
/** Eight bits higher where the clause stands behind the word that it depends on. */
const sided: readonly Relation[] = ["ccomp", "parataxis"];

const before = new Uint16Array(relations.length);
const behind = new Uint16Array(relations.length);
for (const [bit, relation] of noted.entries()) {
  before[relations.indexOf(relation)] = 1 << bit;
  behind[relations.indexOf(relation)] = 1 << (sided.includes(relation) ? bit + 8 : bit);
}

const known = new WeakMap<ArticleWords, Clauses>();

/** The clauses of an article, read from its trees at the first call: both passes look at them. */
export function clausesOf(words: ArticleWords): Clauses {
  const before = known.get(words);
  if (before) return before;
  const clauses = readClauses(words);
  known.set(words, clauses);
  return clauses;
}

/** Reads the trees of an article, in time linear in its length. */
export function readClauses(words: ArticleWords): Clauses {
  const { length, head, relation } = words;
  const dependents = new Uint16Array(length + 1);
  for (let word = 0; word < length; word++) {
    const above = head[word] as number;
    if (above < 0) continue;
    const bits = (word > above ? behind : before)[relation[word] as number] as number;
    dependents[above] = (dependents[above] as number) | bits;
  }
  const { first, last } = subtrees(words);
  return { ...governors(words), first, last, ...widest(words, first, last), dependents };
}

function governors({ length, head, relation, tag, reporting }: ArticleWords) {
  const verb = new Int32Array(length).fill(-1);
  const above = new Int32Array(length).fill(-1);
  const reportingRelation = new Uint8Array(length);
  for (let word = 0; word < length; word++) {
    let at = word;
    for (let steps = 0; at >= 0 && steps < verbReach; steps++) {
      if (isVerbTag[tag[at] as number] === 1) {
        verb[word] = at;
        break;
      }
      at = head[at] as number;
    }
    let branch = relation[word] as number;
    at = head[word] as number;
    for (let steps = 0; at >= 0 && steps < verbReach; steps++) {
      if (reporting[at] !== 0) {
        above[word] = at;
        reportingRelation[word] = branch;
        break;
      }
      branch = relation[at] as number;
      at = head[at] as number;
    }
  }
  return { verb, reporting: above, reportingRelation };
}

function subtrees({ length, head }: ArticleWords) {
  const first = new Int32Array(length);
  const last = new Int32Array(length);
  for (let word = 0; word < length; word++) first[word] = last[word] = word;
  for (let word = 0; word < length; word++) {
    let at = head[word] as number;
    for (let steps = 0; at >= 0 && steps < highest; steps++) {
      if (word < (first[at] as number)) first[at] = word;
      if (word > (last[at] as number)) last[at] = word;
      at = head[at] as number;
    }
  }
  return { first, last };
}

function widest({ length }: ArticleWords, first: Int32Array, last: Int32Array) {
  const widestFrom = new Int32Array(length).fill(-1);
  const widestTo = new Int32Array(length).fill(-1);
  const width = (word: number): number => (word < 0 ? -1 : (last[word] as number) - (first[word] as number));
  for (let word = 0; word < length; word++) {
    const from = first[word] as number;
    const to = last[word] as number;
    if (width(widestFrom[from] as number) < to - from) widestFrom[from] = word;
    if (width(widestTo[to] as number) < to - from) widestTo[to] = word;
  }
  return { widestFrom, widestTo };
}
