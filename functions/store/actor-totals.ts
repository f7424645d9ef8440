import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import {
  type ActorPartItem,
  type ActorTotalItem,
  actorPartItemSchema,
  actorTotalItemSchema,
  nameSortKey,
  saidSortKey,
} from "./actor-items.ts";
import type { ArticleId } from "./article-id.ts";
import { backOff } from "./backoff.ts";
import { cancellationReasons } from "./cancellation-reasons.ts";
import { actorPartKey, actorTotalKey, headKey } from "./keys.ts";
import type { ArticleActorItem } from "./result-items.ts";
import { actorHash, shardName } from "./shards.ts";
import type { Table } from "./table.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/**
 * Many articles may quote one actor at once, and each transaction moves the same totals. The time of the invocation
 * is the usual limit; this one ends what could never succeed.
 */
const maximumAttempts = 100;

/** Which results of an article the totals should hold: an edition, or none (`null`) after a removal. */
export type TotalsTarget = {
  readonly article: ArticleId;
  /** Sortable sequencer; the totals are left alone once the head knows a newer event. */
  readonly sequencer: string;
  readonly edition: string | null;
};

/**
 * Makes one article's part in an actor's totals what `actor` says (`null`: no part) and moves the totals by
 * the difference, in one transaction, on the condition that the head still stands behind it. Done again, it
 * changes nothing. Returns whether the head still did.
 */
export const replaceActorPart = (
  table: Table,
  target: TotalsTarget,
  actorId: string,
  actor: ArticleActorItem | null,
): Promise<boolean> =>
  movePart(table, target, actorId, actor, (part) =>
    actor === null ? part === null : part?.edition === actor.edition,
  );

/** Takes one article's part out of an actor's totals if it is this edition's. Returns as `replaceActorPart`. */
export const releaseActorPart = (
  table: Table,
  target: TotalsTarget,
  actorId: string,
  edition: string,
): Promise<boolean> => movePart(table, target, actorId, null, (part) => part?.edition !== edition);

async function movePart(
  table: Table,
  target: TotalsTarget,
  actorId: string,
  actor: ArticleActorItem | null,
  isDone: (part: ActorPartItem | null) => boolean,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const [part, total] = await Promise.all([
      readPart(table, actorId, target.article),
      readTotal(table, actorId),
    ]);
    if (isDone(part)) return true;
    const newPart = actor === null ? null : partOf(actor);
    const newTotal = movedTotal(actorId, total, part, newPart);
    try {
      await table.client.send(
        new TransactWriteCommand({
          TransactItems: [
            headStillStands(table, target),
            replacement(table, actorPartKey(actorId, target.article), part, newPart, ["edition"]),
            replacement(table, actorTotalKey(actorId), total, newTotal, [
              "articles",
              "attributions",
              "quotes",
              "claims",
            ]),
          ],
        }),
      );
      return true;
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (reasons === null) throw error;
      if (reasons[0] === "ConditionalCheckFailed") return false;
      if (attempt === maximumAttempts) throw error;
      await backOff(attempt, table.time);
    }
  }
}

async function readPart(table: Table, actorId: string, article: ArticleId): Promise<ActorPartItem | null> {
  const answer = await table.client.send(
    new GetCommand({ TableName: table.name, Key: actorPartKey(actorId, article), ConsistentRead: true }),
  );
  return answer.Item === undefined ? null : actorPartItemSchema.parse(answer.Item);
}

async function readTotal(table: Table, actorId: string): Promise<ActorTotalItem | null> {
  const answer = await table.client.send(
    new GetCommand({ TableName: table.name, Key: actorTotalKey(actorId), ConsistentRead: true }),
  );
  return answer.Item === undefined ? null : actorTotalItemSchema.parse(answer.Item);
}

const partOf = (actor: ArticleActorItem): ActorPartItem => ({
  ...actorPartKey(actor.id, actor.article),
  kind: "actor-part",
  id: actor.id,
  name: actor.name,
  type: actor.type,
  ids: actor.ids,
  article: actor.article,
  edition: actor.edition,
  attributions: actor.attributions,
  quotes: actor.quotes,
  claims: actor.claims,
});

/** The totals with one part taken out and another put in; `null` once no article has a part. */
function movedTotal(
  id: string,
  total: ActorTotalItem | null,
  out: ActorPartItem | null,
  into: ActorPartItem | null,
): ActorTotalItem | null {
  const named = into ?? total ?? out;
  const moved = (count: "attributions" | "quotes" | "claims") =>
    Math.max(0, (total?.[count] ?? 0) - (out?.[count] ?? 0) + (into?.[count] ?? 0));
  const articles = (total?.articles ?? 0) - (out === null ? 0 : 1) + (into === null ? 0 : 1);
  if (articles <= 0 || named === null) return null;
  const attributions = moved("attributions");
  const claims = moved("claims");
  const said = attributions + claims;
  return {
    ...actorTotalKey(id),
    sk: "total",
    kind: "actor-total",
    id,
    name: named.name,
    type: named.type,
    ids: named.ids,
    articles,
    attributions,
    quotes: moved("quotes"),
    claims,
    said,
    actorsShard: shardName("actors", actorHash(id)),
    nameSort: nameSortKey(named.name, id),
    saidSort: saidSortKey(said, id),
  };
}

const headStillStands = (table: Table, { article, sequencer, edition }: TotalsTarget): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: headKey(article),
    ConditionExpression: `latest = :latest AND ${
      edition === null ? "#current = :null" : "#current.edition = :edition"
    }`,
    ExpressionAttributeNames: { "#current": "current" },
    ExpressionAttributeValues: {
      ":latest": sequencer,
      ...(edition === null ? { ":null": null } : { ":edition": edition }),
    },
  },
});

/** Puts or deletes an item on the condition that it is still what was read, judged by `fields`. */
function replacement<Item extends Record<string, unknown>>(
  table: Table,
  Key: { pk: string; sk: string },
  read: Item | null,
  wanted: Item | null,
  fields: readonly (keyof Item & string)[],
): Write {
  const condition =
    read === null
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: fields.map((field) => `#${field} = :${field}`).join(" AND "),
          ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
          ExpressionAttributeValues: Object.fromEntries(fields.map((field) => [`:${field}`, read[field]])),
        };
  if (wanted !== null) return { Put: { TableName: table.name, Item: wanted, ...condition } };
  if (read !== null) return { Delete: { TableName: table.name, Key, ...condition } };
  return { ConditionCheck: { TableName: table.name, Key, ConditionExpression: "attribute_not_exists(pk)" } };
}
