import type { Draft } from "../linking/draft.ts";
import type { Quotation } from "../marks/quotation.ts";
import { type SegmentedArticle, segmentKinds } from "../segmented-article.ts";
import { readSentence } from "../syntax/analyse.ts";
import { lemmaKind } from "../syntax/lemmas.ts";
import type { SyntaxModel } from "../syntax/syntax-model.ts";
import { lowerBetween } from "../tokens/written-word.ts";
import { GrowingWords } from "./growing-words.ts";
import { quotationStates } from "./quotation-state.ts";
import { labelSpans } from "./role-labels.ts";
import type { WordClusters } from "./word-clusters.ts";
import { listedAs, reportingClassOf, traitsOf } from "./word-traits.ts";

/**
 * The words of an article with all that is known of each: arrays side by side. Each array has one place more than
 * there are words; it stands for what is before and behind a paragraph.
 */
export interface ArticleWords {
  readonly length: number;
  /** Offsets in UTF-16 code units of the article's text, half-open. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the word's sentence and paragraph in the article. */
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** Index in `tags`; {@link borderTag} at the border. */
  readonly tag: Uint8Array;
  /** Word that this one depends on; -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index in `relations`. */
  readonly relation: Uint8Array;
  /** Hashes of the form in lower case, of its lemma, and of its last three letters. */
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  /** The class of the spelling: see `shapeBits`. */
  readonly shape: Int32Array;
  /** 1 and more: the word's cluster; 0 for a word that is in none. */
  readonly cluster: Uint16Array;
  /** The class of a reporting verb's form, 0 for other words: see `reportingClassOf`. */
  readonly reporting: Uint8Array;
  /** See `wordTraits`. */
  readonly traits: Uint8Array;
  /** See `quotationState`. */
  readonly quotation: Uint8Array;
  /** The label that the rules give the word. */
  readonly rule: Uint8Array;
  /** The first word of each sentence and paragraph, and behind them the number of words. */
  readonly sentenceStart: Int32Array;
  readonly paragraphStart: Int32Array;
  /** Index of each paragraph's kind in `segmentKinds`. */
  readonly paragraphKind: Uint8Array;
}

/** What stands for a tag, a rule's label and a quotation's state before and behind a paragraph. */
export const border = 99;
/** What stands for a hash there. */
export const borderHash = 0xb0b;

/** What the words of an article are read with. */
export interface ArticleReading {
  /** The quotations of each paragraph. */
  readonly marks: readonly (readonly Quotation[])[];
  /** What the rules find. */
  readonly drafts: readonly Draft[];
  readonly syntax: SyntaxModel;
  readonly clusters: WordClusters;
}

/** Splits, tags and parses an article and gathers what is known of its words, in time linear in its length. */
export function readArticleWords(article: SegmentedArticle, reading: ArticleReading): ArticleWords {
  const { text, segments } = article;
  const { marks, drafts, syntax } = reading;
  const parsed = new GrowingWords(text.length);
  const sentenceStart: number[] = [];
  const paragraphStart: number[] = [];
  for (const segment of segments) {
    paragraphStart.push(parsed.length);
    for (const { span } of segment.sentences) {
      sentenceStart.push(parsed.length);
      parsed.add(readSentence(text, span, syntax), syntax, sentenceStart.length - 1);
    }
  }
  const { length } = parsed;
  sentenceStart.push(length);
  paragraphStart.push(length);
  const size = length + 1;
  const words = {
    length,
    start: parsed.start.subarray(0, size),
    end: parsed.end.subarray(0, size),
    sentence: parsed.sentence.subarray(0, size),
    paragraph: new Int32Array(size),
    tag: parsed.tag.subarray(0, size),
    head: parsed.head.subarray(0, size),
    relation: parsed.relation.subarray(0, size),
    lower: parsed.lower.subarray(0, size),
    lemma: new Int32Array(size),
    suffix: parsed.suffix.subarray(0, size),
    shape: parsed.shape.subarray(0, size),
    cluster: new Uint16Array(size),
    reporting: new Uint8Array(size),
    traits: new Uint8Array(size),
    quotation: new Uint8Array(size),
    rule: new Uint8Array(size),
    sentenceStart: Int32Array.from(sentenceStart),
    paragraphStart: Int32Array.from(paragraphStart),
    paragraphKind: Uint8Array.from(segments, ({ kind }) => segmentKinds.indexOf(kind)),
  } satisfies ArticleWords;
  for (let paragraph = 0; paragraph < segments.length; paragraph++)
    words.paragraph.fill(paragraph, paragraphStart[paragraph], paragraphStart[paragraph + 1]);
  readForms(text, words, reading);
  quotationStates(words, marks);
  words.rule.set(labelSpans(words, drafts.map(spansOf)));
  words.tag[length] = words.quotation[length] = words.rule[length] = border;
  words.lower[length] = words.lemma[length] = words.suffix[length] = borderHash;
  words.head[length] = -1;
  return words;
}

/** Notes the lemma, the cluster and what the lists know of each word, all of them by its form. */
function readForms(text: string, words: ArticleWords, { syntax, clusters }: ArticleReading): void {
  const { length, start, end, tag, lower, lemma, cluster, reporting, traits } = words;
  for (let word = 0; word < length; word++) {
    const form = lower[word] as number;
    const listed = listedAs(form);
    const tagged = tag[word] as number;
    cluster[word] = clusters.clusterOf(form);
    reporting[word] = reportingClassOf(listed);
    if (lemmaKind(tagged) === "") {
      lemma[word] = form;
      traits[word] = traitsOf(listed, listed);
      continue;
    }
    const base = syntax.lemmas.hashOf(lowerBetween(text, start[word] as number, end[word] as number), tagged);
    lemma[word] = base;
    traits[word] = traitsOf(listed, base === form ? listed : listedAs(base));
  }
}

const spansOf = ({ source, cue, content }: Draft) => ({
  source: source ? [source] : [],
  cue: cue ? [cue] : [],
  content,
});
