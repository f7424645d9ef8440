import { decodeArticle } from "./decode/decode-article.ts";
import type { Extraction } from "./extraction.ts";
import type { Accepted } from "./rejection.ts";
import { segmentArticle } from "./segment/segment-article.ts";
import { type Tagging, tagArticle } from "./tag.ts";

/** The results for one file, with the text that their offsets refer to. */
export interface ExtractedArticle {
  readonly text: string;
  readonly extraction: Extraction;
}

/** The whole engine over one file: decode, segment, tag. Rejected where a step refuses it; never throws. */
export function extractArticle(bytes: Uint8Array, tagging: Tagging = {}): Accepted<ExtractedArticle> {
  const decoded = decodeArticle(bytes);
  if (!decoded.ok) return decoded;
  const segmented = segmentArticle(decoded.value);
  if (!segmented.ok) return segmented;
  return { ok: true, value: { text: decoded.value, extraction: tagArticle(segmented.value, tagging) } };
}
