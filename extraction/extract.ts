import type { Extraction } from "./extraction.ts";
import type { ArticleFile } from "./formats/article-file.ts";
import { type Reading, readArticle } from "./formats/read-article.ts";
import type { Accepted } from "./rejection.ts";
import { type Tagging, tagArticle } from "./tag.ts";

/** The results for one file, with the text that their offsets refer to. */
export interface ExtractedArticle {
  readonly text: string;
  readonly extraction: Extraction;
}

/** The whole engine over one file: read, segment, tag. Rejected where a step refuses it; never throws. */
export async function extractArticle(
  file: ArticleFile | Uint8Array,
  options: Tagging & Reading = {},
): Promise<Accepted<ExtractedArticle>> {
  const segmented = await readArticle(
    file instanceof Uint8Array ? { bytes: file, name: null, type: null } : file,
    options,
  );
  if (!segmented.ok) return segmented;
  const { value } = segmented;
  return { ok: true, value: { text: value.text, extraction: tagArticle(value, options) } };
}
