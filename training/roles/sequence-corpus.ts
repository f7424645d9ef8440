import type { ArticleWords } from "#extraction/tagger/article-words.ts";
import { edgeFeatureCount } from "#extraction/tagger/edge-weights.ts";
import { type FeatureGroup, RoleFeatures } from "#extraction/tagger/role-features.ts";
import { sequencesOf } from "#extraction/tagger/sequences.ts";
import type { LabelledArticle } from "./role-corpus.ts";

/** Sequences of words with their features and right labels: arrays side by side, which threads can share. */
export interface SequenceCorpus {
  /** Hashes of the features of all words, one word after the other. */
  readonly features: Int32Array<SharedArrayBuffer>;
  /** How many features a word has. */
  readonly perWord: number;
  /** Hashes of the features of the step to each word, {@link edgeFeatureCount} a word. */
  readonly edges: Int32Array<SharedArrayBuffer>;
  readonly gold: Uint8Array<SharedArrayBuffer>;
  /** The first word of each sequence, and the number of words. */
  readonly sequenceStart: Int32Array<SharedArrayBuffer>;
  /** The article of each sequence. */
  readonly article: Int32Array<SharedArrayBuffer>;
}

/** Finds the features of all words of the articles. */
export function sequenceCorpus(
  articles: readonly LabelledArticle[],
  groups: readonly FeatureGroup[],
): SequenceCorpus {
  const finder = new RoleFeatures(groups);
  const wordCount = articles.reduce((sum, { words }) => sum + words.length, 0);
  const sequences = articles.flatMap(({ words }, article) =>
    [...sequencesOf(words)].map((sequence) => ({ article, ...sequence })),
  );
  const perWord = featuresPerWord(articles, finder);
  const features = shared(wordCount * perWord);
  const edges = shared(wordCount * edgeFeatureCount);
  const sequenceStart = shared(sequences.length + 1);
  const article = shared(sequences.length);
  const gold = new Uint8Array(new SharedArrayBuffer(wordCount));
  let word = 0;
  let open = -1;
  for (const [index, sequence] of sequences.entries()) {
    const labelled = articles[sequence.article];
    if (!labelled) continue;
    if (open !== sequence.article) finder.open(labelled.words);
    open = sequence.article;
    sequenceStart[index] = word;
    article[index] = sequence.article;
    for (let at = sequence.from; at < sequence.to; at++, word++) {
      finder.move(at, sequence.paragraphFrom, sequence.paragraphTo);
      features.set(finder.list.hashes.subarray(0, finder.list.length), word * perWord);
      edges.set(finder.edges, word * edgeFeatureCount);
      gold[word] = labelled.gold[at] ?? 0;
    }
  }
  sequenceStart[sequences.length] = word;
  return { features, perWord, edges, gold, sequenceStart, article };
}

/** Every word has as many features. */
function featuresPerWord(articles: readonly LabelledArticle[], finder: RoleFeatures): number {
  const some: ArticleWords | undefined = articles.find(({ words }) => words.length > 0)?.words;
  if (!some) return 0;
  for (const { from, paragraphFrom, paragraphTo } of sequencesOf(some)) {
    finder.open(some);
    finder.move(from, paragraphFrom, paragraphTo);
    return finder.list.length;
  }
  return 0;
}

const shared = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4));
