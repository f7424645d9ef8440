import type { Span } from "../span.ts";
import { analyse } from "../syntax/analyse.ts";
import type { SyntaxModel } from "../syntax/syntax-model.ts";
import { tags } from "../syntax/tags.ts";
import { lowerHash, shapeBits } from "../syntax/word-forms.ts";
import type { ArticleWords } from "../tagger/article-words.ts";
import type { WordClusters } from "../tagger/word-clusters.ts";
import { firstWordFrom } from "./claim-words.ts";

/** What the check-worthiness of a proposition is read from: arrays side by side, one place a word. */
export interface WorthWords {
  /** Index in `tags`. */
  readonly tag: readonly number[];
  /** Index in `relations`. */
  readonly relation: readonly number[];
  /** Place of the word that this one depends on; -1 where that is none of these. */
  readonly head: readonly number[];
  /** Hashes of the form in lower case and of its dictionary form. */
  readonly lower: readonly number[];
  readonly lemma: readonly number[];
  /** The word's cluster, 0 for none. */
  readonly cluster: readonly number[];
  /** The kind of figure: see {@link figureKind}; 0 for what has no digit. */
  readonly figure: readonly number[];
  readonly length: number;
  /** Whether it ends as a question. */
  readonly question: boolean;
}

/** What a text is read with that stands alone. */
export interface WorthReading {
  readonly syntax: SyntaxModel;
  readonly clusters: WordClusters;
}

/** One word with all that is known of it; `head` counts in whatever the word comes from. */
interface Word {
  readonly at: number;
  readonly tag: number;
  readonly relation: number;
  readonly head: number;
  readonly lower: number;
  readonly lemma: number;
  readonly cluster: number;
  readonly figure: number;
}

/** The words of a sentence that stands alone, read from its text. */
export function readWorthWords(text: string, { syntax, clusters }: WorthReading): WorthWords {
  const sentence = analyse(text, [0, text.length], syntax);
  const words = Array.from({ length: sentence.length }, (_, at): Word => {
    const form = text.slice(sentence.start[at], sentence.end[at]);
    const tag = sentence.tag[at] ?? 0;
    const lower = sentence.lower[at] ?? 0;
    return {
      at,
      tag,
      relation: sentence.relation[at] ?? 0,
      head: sentence.head[at] ?? -1,
      lower,
      lemma: lowerHash(syntax.lemmas.lemmaOf(form, tag)),
      cluster: clusters.clusterOf(lower),
      figure: figureKind(form),
    };
  });
  return worthWords(words, text.includes("?", text.length - 4));
}

/** The words of a claim, from those of its article. */
export function worthWordsOf(text: string, spans: readonly Span[], article: ArticleWords): WorthWords {
  const words: Word[] = [];
  for (const [start, end] of spans) {
    for (let at = firstWordFrom(article, start); at < article.length; at++) {
      const until = article.end[at] ?? 0;
      if (until > end) break;
      const hasDigit = ((article.shape[at] ?? 0) & shapeBits.digit) !== 0;
      words.push({
        at,
        tag: article.tag[at] ?? 0,
        relation: article.relation[at] ?? 0,
        head: article.head[at] ?? -1,
        lower: article.lower[at] ?? 0,
        lemma: article.lemma[at] ?? 0,
        cluster: article.cluster[at] ?? 0,
        figure: hasDigit ? figureKind(text.slice(article.start[at], until)) : 0,
      });
    }
  }
  const last = spans.at(-1)?.[1] ?? 0;
  return worthWords(words, text.slice(Math.max(0, last - 1), last + 1).includes("?"));
}

/** Marks around a proposition say where it was cut out, and nothing of its worth. */
const marks = new Set([".", ",", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "HYPH"].map(tagIndexOf));

function tagIndexOf(tag: string): number {
  return (tags as readonly string[]).indexOf(tag);
}

function worthWords(all: readonly Word[], question: boolean): WorthWords {
  const isWord = ({ tag }: Word): boolean => !marks.has(tag);
  const words = all.slice(Math.max(0, all.findIndex(isWord)), all.findLastIndex(isWord) + 1);
  const place = new Map(words.map(({ at }, index) => [at, index]));
  return {
    tag: words.map(({ tag }) => tag),
    relation: words.map(({ relation }) => relation),
    head: words.map(({ head }) => place.get(head) ?? -1),
    lower: words.map(({ lower }) => lower),
    lemma: words.map(({ lemma }) => lemma),
    cluster: words.map(({ cluster }) => cluster),
    figure: words.map(({ figure }) => figure),
    length: words.length,
    question,
  };
}

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
