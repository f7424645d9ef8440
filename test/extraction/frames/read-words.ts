import { draftsByRules } from "#extraction/linking/drafts-by-rules.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import { type ArticleWords, readArticleWords } from "#extraction/tagger/article-words.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";
import type { TaggedRoles } from "#extraction/tagger/tag-roles.ts";
import { smallReading } from "../../training/roles/small-roles.ts";
import { bodyArticle } from "../body-article.ts";

/** The words of a text that is all body, read with a parser that knows few of them. */
export function readWords(text: string): ArticleWords {
  const article = bodyArticle(text);
  const { paragraphs, marks } = articleUnits(article);
  const { drafts } = draftsByRules(text, paragraphs);
  return readArticleWords(article, { marks, drafts, ...smallReading });
}

/** A first pass that is sure of these labels, one digit a word, and of nothing else in `unsure`: by word, label and probability. */
export function surePass(
  digits: string,
  unsure: readonly (readonly [word: number, label: number, probability: number])[] = [],
): TaggedRoles {
  const labels = Uint8Array.from(digits, Number);
  const marginals = new Float32Array(labels.length * labelCount);
  for (const [word, label] of labels.entries()) marginals[word * labelCount + label] = 1;
  for (const [word, label, probability] of unsure) marginals[word * labelCount + label] = probability;
  return { labels, marginals };
}
