import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import type { SyntaxModel } from "#extraction/syntax/syntax-model.ts";
import { type ArticleWords, readArticleWords } from "#extraction/tagger/article-words.ts";
import { labelSpans } from "#extraction/tagger/role-labels.ts";
import type { WordClusters } from "#extraction/tagger/word-clusters.ts";
import { readStandoffFolder, type StandoffArticle } from "../evaluation/read-standoff.ts";

/** An article with its right labels, to learn from or to measure on. */
export interface LabelledArticle {
  readonly name: string;
  readonly words: ArticleWords;
  /** The labels of its first annotator. */
  readonly gold: Uint8Array;
}

/** What articles are read with. */
export interface CorpusReading {
  readonly syntax: SyntaxModel;
  readonly clusters: WordClusters;
}

/**
 * Reads a folder with `text/` and `attributions/`; articles that the engine rejects (of another language, say) are left
 * out.
 *
 * @throws Error, one line for the user, where something is missing or no article is left
 */
export function readRoleCorpus(folder: string, reading: CorpusReading): readonly LabelledArticle[] {
  const articles = readStandoffFolder(folder).flatMap((article) => labelArticle(article, reading) ?? []);
  if (articles.length === 0) throw new Error(`${folder}: has no article that can be read`);
  return articles;
}

/** Reads one article; `null` where the engine rejects it. */
export function labelArticle(
  { name, text, annotations }: Pick<StandoffArticle, "name" | "text" | "annotations">,
  reading: CorpusReading,
): LabelledArticle | null {
  const segmented = segmentArticle(text);
  if (!segmented.ok) return null;
  const { paragraphs, marks } = articleUnits(segmented.value);
  const { drafts } = draftsByRules(text, paragraphs);
  const words = readArticleWords(segmented.value, { marks, drafts, ...reading });
  return { name, words, gold: labelSpans(words, annotations[0] ?? []) };
}
