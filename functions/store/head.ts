import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Rejection } from "#extraction/rejection.ts";
import { type ArticleId, articleHash } from "./article-id.ts";
import { type ArticleState, type CurrentResults, type HeadItem, headItemSchema } from "./head-item.ts";
import { headKey } from "./keys.ts";
import { shardName } from "./shards.ts";
import { isConditionFailure, type Table } from "./table.ts";

/** An event of an article, as far as order goes. */
export type Upload = {
  readonly article: ArticleId;
  /** Sortable form; see `sortableSequencer`. */
  readonly sequencer: string;
  /** `null` for a removal. */
  readonly revision: string | null;
  /** When the event happened, ISO 8601. */
  readonly since: string;
};

/** The head of an article as it is now (consistent read), or `null`. */
export async function readHead(table: Table, article: ArticleId): Promise<HeadItem | null> {
  const answer = await table.client.send(
    new GetCommand({ TableName: table.name, Key: headKey(article), ConsistentRead: true }),
  );
  return answer.Item === undefined ? null : headItemSchema.parse(answer.Item);
}

/**
 * Makes this upload the newest known and its article `processing`. What readers see stays.
 * Returns `raised`; `same` where the event was seen before; `old` where a newer one was.
 */
export const raiseHead = (table: Table, upload: Upload): Promise<"raised" | "same" | "old"> =>
  advance(table, upload, "processing", "SET #current = if_not_exists(#current, :null)");

/** Makes this removal the newest event known and takes the results from the readers. Returns as `raiseHead`. */
export const buryHead = (table: Table, upload: Upload): Promise<"raised" | "same" | "old"> =>
  advance(table, upload, "deleted", "SET #current = :null");

async function advance(
  table: Table,
  upload: Upload,
  state: "processing" | "deleted",
  setCurrent: string,
): Promise<"raised" | "same" | "old"> {
  const index = stateIndex(upload.article, state, upload.since);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(upload.article),
        ConditionExpression: "attribute_not_exists(pk) OR latest < :latest",
        UpdateExpression: `${setCurrent}, kind = :kind, article = :article, latest = :latest,
          latestRevision = :revision, #state = :state, since = :since, rejection = :null, rejectedBy = :null${
            index === null
              ? " REMOVE writing, stateShard, stateSince"
              : ", stateShard = :stateShard, stateSince = :stateSince REMOVE writing"
          }`,
        ExpressionAttributeNames: { "#current": "current", "#state": "state" },
        ExpressionAttributeValues: {
          ":kind": "head",
          ":article": upload.article,
          ":latest": upload.sequencer,
          ":revision": upload.revision,
          ":state": state,
          ":since": upload.since,
          ":null": null,
          ...(index === null ? {} : { ":stateShard": index.stateShard, ":stateSince": index.stateSince }),
        },
      }),
    );
    return "raised";
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    const head = await readHead(table, upload.article);
    return head?.latest === upload.sequencer ? "same" : "old";
  }
}

/**
 * Makes this edition the one that is written, on the condition that its upload is still the newest: an edition of another
 * extractor can no longer be written then, until its writer begins again. Returns whether the upload is the newest.
 */
export async function claimHead(
  table: Table,
  article: ArticleId,
  sequencer: string,
  edition: string,
): Promise<boolean> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(article),
        ConditionExpression: "latest = :latest AND #state <> :deleted",
        UpdateExpression: "SET writing = :edition",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":latest": sequencer, ":deleted": "deleted", ":edition": edition },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/**
 * Shows these results to readers, on the condition that their upload is still the newest, and that they are the ones
 * that are written. Returns whether they are.
 */
export async function completeHead(
  table: Table,
  article: ArticleId,
  sequencer: string,
  current: CurrentResults,
): Promise<boolean> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(article),
        ConditionExpression: "latest = :latest AND #state <> :deleted AND writing = :edition",
        UpdateExpression:
          "SET #current = :current, #state = :state, rejection = :null, rejectedBy = :null REMOVE stateShard, stateSince",
        ExpressionAttributeNames: { "#current": "current", "#state": "state" },
        ExpressionAttributeValues: {
          ":latest": sequencer,
          ":deleted": "deleted",
          ":edition": current.edition,
          ":current": current,
          ":state": "complete",
          ":null": null,
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/**
 * Records why an upload has no results and takes older ones from the readers, on the condition that the upload
 * is still the newest. Returns whether it was.
 */
export async function rejectHead(
  table: Table,
  upload: Upload,
  rejection: Rejection,
  extractor: string,
): Promise<boolean> {
  const index = stateIndex(upload.article, "rejected", upload.since);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(upload.article),
        ConditionExpression: "latest = :latest AND #state <> :deleted",
        UpdateExpression: `SET #current = :null, #state = :state, rejection = :rejection,
          rejectedBy = :extractor, stateShard = :stateShard, stateSince = :stateSince REMOVE writing`,
        ExpressionAttributeNames: { "#current": "current", "#state": "state" },
        ExpressionAttributeValues: {
          ":latest": upload.sequencer,
          ":deleted": "deleted",
          ":state": "rejected",
          ":rejection": rejection,
          ":extractor": extractor,
          ":null": null,
          ":stateShard": index?.stateShard,
          ":stateSince": index?.stateSince,
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** Keys of the index `by-state`, or `null` for a state that is not in it. */
function stateIndex(article: ArticleId, state: ArticleState, since: string) {
  if (state !== "processing" && state !== "rejected") return null;
  const hash = articleHash(article);
  return { stateShard: shardName(state, hash), stateSince: `${since}#${hash}` };
}
