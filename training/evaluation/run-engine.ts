import { decodeArticle } from "#extraction/decode/decode-article.ts";
import type { Extraction } from "#extraction/extraction.ts";
import type { Accepted } from "#extraction/rejection.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { tagArticle } from "#extraction/tag.ts";

/** What the engine makes of a file's bytes: all its steps in order, or the first one's refusal. */
export function runEngine(bytes: Uint8Array): Accepted<Extraction> {
  const text = decodeArticle(bytes);
  if (!text.ok) return text;
  const segmented = segmentArticle(text.value);
  return segmented.ok ? { ok: true, value: tagArticle(segmented.value) } : segmented;
}
