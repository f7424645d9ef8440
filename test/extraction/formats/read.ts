import type { ArticleFile } from "#extraction/formats/article-file.ts";
import { readArticle } from "#extraction/formats/read-article.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";

type Given = Partial<Omit<ArticleFile, "bytes">>;

const fileOf = (content: string | Uint8Array, { name = null, type = null }: Given): ArticleFile => ({
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  name,
  type,
});

/** What is read of a file; an error where it is rejected. */
export async function read(content: string | Uint8Array, given: Given = {}): Promise<SegmentedArticle> {
  const result = await readArticle(fileOf(content, given));
  if (!result.ok) throw new Error(`${result.rejection.code}: ${result.rejection.message}`);
  return result.value;
}

/** The code that a file is rejected with; `null` where it is read. */
export async function refusal(content: string | Uint8Array, given: Given = {}): Promise<string | null> {
  const result = await readArticle(fileOf(content, given));
  return result.ok ? null : result.rejection.code;
}

/** The paragraphs of an article by kind: `["headline", "Fares to rise"]`. */
export const paragraphs = ({ text, segments }: SegmentedArticle): [string, string][] =>
  segments.map(({ kind, span }) => [kind, text.slice(...span)]);
