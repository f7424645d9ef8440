import type { S3Client } from "@aws-sdk/client-s3";
import { maximumBytes } from "#extraction/decode/decode-article.ts";
import { release } from "#extraction/extractor-version.ts";
import type { Accepted, RejectionCode } from "#extraction/rejection.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { type InvocationTime, requireTime } from "../invocation-time.ts";
import type { ObjectEvent } from "../s3-notification.ts";
import { putSegments, removeSegments, type SegmentsBucket } from "../segments/segments-bucket.ts";
import { buryHead, raiseHead, readHead, rejectHead, type Upload } from "../store/head.ts";
import type { Table } from "../store/table.ts";
import { clearResults } from "../store/write-edition.ts";
import { type ArticleObject, readArticleObject } from "./article-object.ts";
import { isReadApart, readArticleApart, readingLimits } from "./read-article-apart.ts";

/** What `segment` works with. */
export type SegmentParts = {
  readonly articles: S3Client;
  readonly segments: SegmentsBucket;
  readonly table: Table;
};

/** How an event ended; `revision` is the upload that it led to. */
export type SegmentOutcome =
  | { readonly is: "segmented"; readonly revision: string }
  | { readonly is: "rejected"; readonly revision: string; readonly code: RejectionCode }
  /** A removal was recorded. */
  | { readonly is: "deleted" }
  /** The version is gone already; the event of its removal is on its way. */
  | { readonly is: "gone" }
  /** A newer event was seen before. */
  | { readonly is: "old" }
  /** The event was seen and worked off before. */
  | { readonly is: "done-before" };

/** Takes one event of an article's object through: to the segments bucket, a rejection or a tombstone. */
export async function segmentObject(parts: SegmentParts, event: ObjectEvent): Promise<SegmentOutcome> {
  if (event.what === "marked-deleted") return bury(parts, event);
  if (event.what === "created") {
    return take(parts, event, event.versionId ?? event.sequencer, () =>
      readArticleObject(parts.articles, event.object, event.versionId, maximumBytes),
    );
  }
  // One version is gone: what the bucket shows now is what the table has to show.
  const shown = await readArticleObject(parts.articles, event.object, null, maximumBytes);
  if (shown === null) return bury(parts, event);
  return take(parts, event, shown.versionId ?? event.sequencer, async () => shown);
}

async function take(
  { segments, table }: SegmentParts,
  event: ObjectEvent,
  revision: string,
  read: () => Promise<ArticleObject | null>,
): Promise<SegmentOutcome> {
  const upload: Upload = {
    article: event.object,
    sequencer: event.sequencer,
    revision,
    since: event.time,
  };
  const order = await raiseHead(table, upload);
  if (order === "old") return { is: "old" };
  if (order === "same" && (await readHead(table, event.object))?.state === "complete") {
    return { is: "done-before" };
  }
  const object = await read();
  if (object === null) return { is: "gone" };
  const segmented = await segmentBytes(object, event.object.key, table.time);
  if (!segmented.ok) {
    if (!(await rejectHead(table, upload, segmented.rejection, release))) return { is: "old" };
    await clearResults(table, event.object, event.sequencer);
    await removeSegments(segments, event.object, event.sequencer, { inclusive: true });
    return { is: "rejected", revision, code: segmented.rejection.code };
  }
  const article = { ...event.object, revision, sequencer: event.sequencer, uploaded: object.uploaded };
  await putSegments(segments, { article, segmented: segmented.value });
  return { is: "segmented", revision };
}

async function segmentBytes(
  object: ArticleObject,
  name: string,
  time: InvocationTime,
): Promise<Accepted<SegmentedArticle>> {
  if (object.bytes === null) {
    const message = `has ${Math.floor(object.size / 100_000) / 10} MB; files of 20 MB and more are not read: split it into articles`;
    return { ok: false, rejection: { code: "too-large", message } };
  }
  // Less time would cut off a sound file, and the rejection would be for good.
  if (isReadApart(object.bytes)) requireTime(time, readingLimits.milliseconds, "a heavy file in this batch");
  return readArticleApart({ bytes: object.bytes, name, type: object.type });
}

async function bury({ segments, table }: SegmentParts, event: ObjectEvent): Promise<SegmentOutcome> {
  const order = await buryHead(table, {
    article: event.object,
    sequencer: event.sequencer,
    revision: null,
    since: event.time,
  });
  if (order === "old") return { is: "old" };
  await clearResults(table, event.object, event.sequencer);
  await removeSegments(segments, event.object, event.sequencer, { inclusive: true });
  return { is: "deleted" };
}
