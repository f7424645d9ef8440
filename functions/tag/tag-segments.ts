import type { KnownActors } from "#extraction/known-actors/known-actors.ts";
import { tagArticle } from "#extraction/tag.ts";
import type { ObjectEvent } from "../s3-notification.ts";
import type { ArticleRevision } from "../segments/envelope.ts";
import {
  getSegments,
  removeSegments,
  type SegmentsBucket,
  segmentsKey,
} from "../segments/segments-bucket.ts";
import type { ResultCounts } from "../store/head-item.ts";
import { resultItemsOf } from "../store/result-items-of.ts";
import type { Table } from "../store/table.ts";
import { writeEdition } from "../store/write-edition.ts";

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
  const outcome = await writeEdition(table, revision, laidOut);
  await removeSegments(segments, revision, revision.sequencer, { inclusive: outcome === "superseded" });
  return outcome === "written"
    ? { is: "tagged", counts: laidOut.current.counts, items: laidOut.items.length }
    : { is: "superseded" };
}
