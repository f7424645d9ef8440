import { firstNotBelow } from "../first-from.ts";
import type { Span } from "../span.ts";
import { analyse } from "../syntax/analyse.ts";
import type { SyntaxModel } from "../syntax/syntax-model.ts";
import { tags } from "../syntax/tags.ts";
import { lowerHash, shapeBits } from "../syntax/word-forms.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { WordClusters } from "../tagger/word-clusters.ts";
import { firstWordFrom } from "./claim-words.ts";

/** What the check-worthiness of a proposition is read from: arrays side by side, one place a word, some more than there are words. */
export interface WorthWords {
  /** Index in `tags`. */
  readonly tag: Uint8Array;
  /** Index in `relations`. */
  readonly relation: Uint8Array;
  /** Place of the word that this one depends on; -1 where that is none of these. */
  readonly head: Int32Array;
  /** Hashes of the form in lower case and of its dictionary form. */
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  /** The word's cluster, 0 for none. */
  readonly cluster: Uint16Array;
  /** The kind of figure: see {@link figureKind}; 0 for what has no digit. */
  readonly figure: Uint8Array;
  readonly length: number;
  /** Whether it ends as a question. */
  readonly question: boolean;
}

/** What a text is read with that stands alone. */
export interface WorthReading {
  readonly syntax: SyntaxModel;
  readonly clusters: WordClusters;
}

/** Words of an article or of a sentence that stands alone. */
type ReadWords = Pick<
  ArticleWords,
  "start" | "end" | "tag" | "head" | "relation" | "lower" | "lemma" | "shape" | "cluster"
>;

/** The words of a sentence that stands alone, read from its text. They hold until words are read again. */
export function readWorthWords(text: string, { syntax, clusters }: WorthReading): WorthWords {
  const sentence = analyse(text, [0, text.length], syntax);
  const read = {
    ...sentence,
    lemma: sentence.lower.map((_, at) => {
      const form = text.slice(sentence.start[at], sentence.end[at]);
      return lowerHash(syntax.lemmas.lemmaOf(form, sentence.tag[at] ?? 0));
    }),
    cluster: Uint16Array.from(sentence.lower, (lower) => clusters.clusterOf(lower)),
  };
  proposition.clear();
  proposition.add(text, read, 0, sentence.length);
  proposition.close(read.head, text.includes("?", text.length - 4));
  return proposition;
}

/** The words of a claim, from those of its article. They hold until words are read again. */
export function worthWordsOf(text: string, spans: readonly Span[], article: ArticleWords): WorthWords {
  const { end, length } = article;
  proposition.clear();
  let last = 0;
  for (const span of spans) {
    last = span[1];
    const from = firstWordFrom(article, span[0]);
    let to = from;
    while (to < length && (end[to] as number) <= last) to++;
    proposition.add(text, article, from, to);
  }
  const question = text.charAt(last - 1) === "?" || text.charAt(last) === "?";
  proposition.close(article.head, question);
  return proposition;
}

/** Marks around a proposition say where it was cut out, and nothing of its worth. */
const edgeMarks: readonly string[] = [".", ",", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "HYPH"];
const isEdgeMark = Uint8Array.from(tags, (tag) => Number(edgeMarks.includes(tag)));

/** Room for the words of one proposition after the other. */
class Proposition implements WorthWords {
  tag = new Uint8Array(256);
  relation = new Uint8Array(256);
  head = new Int32Array(256);
  lower = new Int32Array(256);
  lemma = new Int32Array(256);
  cluster = new Uint16Array(256);
  figure = new Uint8Array(256);
  length = 0;
  question = false;
  /** The number of each word where it comes from. */
  private word = new Int32Array(256);

  clear(): void {
    this.length = 0;
  }

  /** Adds words; those before the first that is no mark are left out. */
  add(text: string, words: ReadWords, first: number, to: number): void {
    let from = first;
    if (this.length === 0) while (from < to && isEdgeMark[words.tag[from] as number] === 1) from++;
    if (this.length + to - from > this.tag.length) this.grow(this.length + to - from);
    const { tag, relation, lower, lemma, cluster, figure, word } = this;
    let at = this.length;
    for (let own = from; own < to; own++, at++) {
      word[at] = own;
      tag[at] = words.tag[own] as number;
      relation[at] = words.relation[own] as number;
      lower[at] = words.lower[own] as number;
      lemma[at] = words.lemma[own] as number;
      cluster[at] = words.cluster[own] as number;
      const hasDigit = ((words.shape[own] as number) & shapeBits.digit) !== 0;
      figure[at] = hasDigit ? figureKind(text.slice(words.start[own], words.end[own])) : 0;
    }
    this.length = at;
  }

  /** Leaves out the marks at the end and finds the words that the others depend on, by the heads where they come from. */
  close(heads: Int32Array, question: boolean): void {
    const { tag, word, head } = this;
    while (this.length > 0 && isEdgeMark[tag[this.length - 1] as number] === 1) this.length--;
    for (let at = 0; at < this.length; at++) {
      const own = word[at] as number;
      const above = heads[own] as number;
      head[at] = above < 0 ? -1 : this.placeOf(above, at + above - own);
    }
    this.question = question;
  }

  /** Where a word stands, by bisection where it is not at `guess`: most propositions are one stretch. -1 where it was left out. */
  private placeOf(own: number, guess: number): number {
    const { word, length } = this;
    if (guess >= 0 && guess < length && word[guess] === own) return guess;
    const place = firstNotBelow(word, own, length);
    return place < length && word[place] === own ? place : -1;
  }

  private grow(length: number): void {
    const size = Math.max(length, this.tag.length * 2);
    const grown = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.tag = grown(new Uint8Array(size), this.tag);
    this.relation = grown(new Uint8Array(size), this.relation);
    this.head = new Int32Array(size);
    this.lower = grown(new Int32Array(size), this.lower);
    this.lemma = grown(new Int32Array(size), this.lemma);
    this.cluster = grown(new Uint16Array(size), this.cluster);
    this.figure = grown(new Uint8Array(size), this.figure);
    this.word = grown(new Int32Array(size), this.word);
  }
}

const proposition = new Proposition();

/**
 * What a figure is, as it is printed: 0 none, 1 a year, 2 a decade ("1980s"), 3 with a decimal point, 4 with thousands
 * apart, 5 below ten, 6 below a hundred, 7 below a thousand, 8 more.
 */
export function figureKind(form: string): number {
  if (!/\d/u.test(form)) return 0;
  if (/^(?:19|20)\d\d$/u.test(form)) return 1;
  if (/^['’]?(?:19|20)?\d0['’]?s$/u.test(form)) return 2;
  if (/^\d+\.\d+$/u.test(form)) return 3;
  if (/,\d{3}/u.test(form)) return 4;
  const value = Number.parseFloat(form.replace(/^\D+/u, ""));
  return value < 10 ? 5 : value < 100 ? 6 : value < 1000 ? 7 : 8;
}
