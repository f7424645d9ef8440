import type { KnownActors } from "#extraction/known-actors/known-actors.ts";
import type { Rejection, RejectionCode } from "#extraction/rejection.ts";
import { tagArticle } from "#extraction/tag.ts";
import type { ObjectEvent } from "../s3-notification.ts";
import type { ArticleRevision } from "../segments/envelope.ts";
import {
  getSegments,
  removeSegments,
  type SegmentsBucket,
  segmentsKey,
} from "../segments/segments-bucket.ts";
import { readHead, rejectHead } from "../store/head.ts";
import type { ResultCounts } from "../store/head-item.ts";
import { resultItemsOf } from "../store/result-items-of.ts";
import type { Table } from "../store/table.ts";
import { clearResults, writeEdition } from "../store/write-edition.ts";
import { refusalOfResults } from "./refusal-of-results.ts";

/** What `tag` works with. */
export type TagParts = {
  readonly segments: SegmentsBucket;
  readonly table: Table;
  /** Whom the deployment knows beforehand; nobody where it is left out. */
  readonly known?: KnownActors;
};

/** How a segmented article ended. */
export type TagOutcome =
  | { readonly is: "tagged"; readonly counts: ResultCounts; readonly items: number }
  /** It has more results than an article can have; those of older uploads are gone. */
  | { readonly is: "rejected"; readonly code: RejectionCode }
  /** A newer upload or a removal came first; nothing of this one is left. */
  | { readonly is: "superseded" };

/**
 * Tags the segmented article that an event of the segments bucket tells of, and writes its results. `begin` is
 * called with the article once it is known. Returns `null` where the segmented article is gone: whoever
 * removed it has a newer upload, or the article was deleted.
 */
export async function tagSegments(
  { segments, table, known }: TagParts,
  event: ObjectEvent,
  begin: (revision: ArticleRevision) => void,
): Promise<TagOutcome | null> {
  const envelope = await getSegments(segments, event.object.key);
  if (envelope === null) return null;
  const revision = envelope.article;
  begin(revision);
  const key = segmentsKey(revision, revision.sequencer);
  const extraction = tagArticle(envelope.segmented, { known });
  const laidOut = resultItemsOf(revision, envelope.segmented, extraction, key);
  const refusal = refusalOfResults(laidOut);
  if (refusal !== null) {
    const rejected = await rejectRevision(table, revision, refusal, extraction.extractor);
    await removeSegments(segments, revision, revision.sequencer, { inclusive: true });
    return rejected ? { is: "rejected", code: refusal.code } : { is: "superseded" };
  }
  const outcome = await writeEdition(table, revision, laidOut);
  await removeSegments(segments, revision, revision.sequencer, { inclusive: outcome === "superseded" });
  return outcome === "written"
    ? { is: "tagged", counts: laidOut.current.counts, items: laidOut.items.length }
    : { is: "superseded" };
}

/** Records a rejection and takes all results of the article away. Returns whether the upload was still the newest. */
async function rejectRevision(
  table: Table,
  { bucket, key, sequencer, revision }: ArticleRevision,
  refusal: Rejection,
  extractor: string,
): Promise<boolean> {
  const article = { bucket, key };
  const head = await readHead(table, article);
  if (head === null || head.latest !== sequencer) return false;
  const upload = { article, sequencer, revision, since: head.since };
  if (!(await rejectHead(table, upload, refusal, extractor))) return false;
  await clearResults(table, article, sequencer);
  return true;
}
