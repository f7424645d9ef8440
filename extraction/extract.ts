import type { Extraction } from "./extraction.ts";
import type { ArticleFile } from "./formats/article-file.ts";
import { readArticle } from "./formats/read-article.ts";
import type { Accepted } from "./rejection.ts";
import type { SegmentedArticle } from "./segmented-article.ts";
import { type Tagging, tagArticle } from "./tag.ts";

/** The results for one file, with the text that their offsets refer to. */
export interface ExtractedArticle {
  readonly text: string;
  readonly extraction: Extraction;
}

/** How files are read. */
export interface Reading {
  /**
   * Takes a file apart: `readArticle` where nothing else is given. That has no bound on time and memory which a hostile file could
   * not pass; whoever takes files of strangers gives one that has.
   */
  readonly read?: ((file: ArticleFile) => Promise<Accepted<SegmentedArticle>>) | undefined;
}

/** The whole engine over one file: read, segment, tag. Rejected where a step refuses it; never throws. */
export async function extractArticle(
  file: ArticleFile | Uint8Array,
  { read = readArticle, ...tagging }: Tagging & Reading = {},
): Promise<Accepted<ExtractedArticle>> {
  const segmented = await read(file instanceof Uint8Array ? { bytes: file, name: null, type: null } : file);
  if (!segmented.ok) return segmented;
  const { value } = segmented;
  return { ok: true, value: { text: value.text, extraction: tagArticle(value, tagging) } };
}
