import { decodeArticle } from "#extraction/decode/decode-article.ts";
import type { KnownActors } from "#extraction/known-actors/known-actors.ts";
import type { Rejection } from "#extraction/rejection.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import type { ResultItem } from "#functions/store/result-items.ts";
import { resultItemsOf } from "#functions/store/result-items-of.ts";

/** A version of an object as its bucket shows it. */
export type Version = {
  readonly bytes: Uint8Array;
  readonly revision: string;
  /** Last-Modified, ISO 8601. */
  readonly uploaded: string;
};

/** A result without what depends on which event led to it. */
export const plain = ({ pk, sk, edition, ...rest }: ResultItem): Record<string, unknown> => rest;

/** What an upload yields: its results without keys and edition, or the reason of its rejection. */
export type Yield =
  | { readonly items: readonly Record<string, unknown>[] }
  | { readonly rejection: Rejection };

/** What an upload yields, straight from the engine: without table, queue or event. */
export function yieldOf(
  article: { readonly bucket: string; readonly key: string },
  { bytes, revision, uploaded }: Version,
  known?: KnownActors,
): Yield {
  const decoded = decodeArticle(bytes);
  const segmented = decoded.ok ? segmentArticle(decoded.value) : decoded;
  if (!segmented.ok) return { rejection: segmented.rejection };
  const upload = { ...article, revision, uploaded, sequencer: "01.1" };
  const extraction = tagArticle(segmented.value, { known });
  return { items: resultItemsOf(upload, segmented.value, extraction, "").items.map(plain) };
}

/** JSON with the keys of every object in order: the table gives them in another. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Results as texts to compare, in no order but the texts' own. */
export const inOrder = (rows: readonly object[]): string[] => rows.map((row) => canonical(row)).toSorted();
