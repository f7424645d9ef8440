import { paginateQuery, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { TotalsTarget } from "./actor-totals.ts";
import type { ArticleId } from "./article-id.ts";
import { deleteItems } from "./batch-write.ts";
import { cancellationReasons } from "./cancellation-reasons.ts";
import { articlePartition, editionPrefix, headKey, type ItemKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Result items of an article that no reader is shown: their keys, and the actors they were counted for. */
export type Leftovers = { readonly keys: readonly ItemKey[]; readonly actorIds: readonly string[] };

const rowSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  kind: z.enum(["attribution", "claim", "actor"]),
  /** Of an actor item, the actor's id. */
  id: z.string(),
});

/**
 * The results of an article's older uploads, and those that other extractors found in this one. Newer uploads are never
 * touched: whoever writes them may be at work right now.
 */
export async function findLeftovers(
  table: Table,
  { article, sequencer, edition }: TotalsTarget,
): Promise<Leftovers> {
  const last = `rev#${sequencer}~\u{10ffff}`;
  const ranges =
    edition === null
      ? [rowsBetween(table, article, "rev#", last)]
      : // All around the edition itself: `#` follows its name in its own keys, and `$` follows `#`.
        [
          rowsBetween(table, article, "rev#", `rev#${edition}`),
          rowsBetween(table, article, `rev#${edition}$`, last),
        ];
  return leftoversOf((await Promise.all(ranges)).flat());
}

/** All results of one edition. */
export const findEdition = async (table: Table, article: ArticleId, edition: string): Promise<Leftovers> =>
  leftoversOf(
    await rowsBetween(table, article, editionPrefix(edition), `${editionPrefix(edition)}\u{10ffff}`),
  );

const leftoversOf = (rows: readonly z.infer<typeof rowSchema>[]): Leftovers => ({
  keys: rows.map(({ pk, sk }) => ({ pk, sk })),
  actorIds: [...new Set(rows.filter(({ kind }) => kind === "actor").map(({ id }) => id))],
});

/**
 * Deletes leftovers. The actors' totals have to be moved before: afterwards nobody knows them any more. Of older uploads
 * nothing can be written any more; those of the same upload are deleted only for as long as no other extractor has
 * begun to write, which then tidies up itself.
 */
export async function removeLeftovers(
  table: Table,
  target: TotalsTarget,
  { keys }: Leftovers,
): Promise<void> {
  const isSame = ({ sk }: ItemKey) => sk.startsWith(`rev#${target.sequencer}~`);
  await deleteItems(
    table,
    keys.filter((key) => !isSame(key)),
  );
  const same = keys.filter(isSame);
  for (let start = 0; start < same.length; start += deletesAtOnce) {
    const deletes = same
      .slice(start, start + deletesAtOnce)
      .map((Key) => ({ Delete: { TableName: table.name, Key } }));
    try {
      await table.client.send(
        new TransactWriteCommand({ TransactItems: [nobodyElseWrites(table, target), ...deletes] }),
      );
    } catch (error) {
      if (cancellationReasons(error)?.[0] === "ConditionalCheckFailed") return;
      throw error;
    }
  }
}

/** DynamoDB takes 100 actions in a transaction; one is the check of the head. */
const deletesAtOnce = 99;

const nobodyElseWrites = (table: Table, { article, sequencer, edition }: TotalsTarget) => ({
  ConditionCheck: {
    TableName: table.name,
    Key: headKey(article),
    ConditionExpression: `latest = :latest AND ${
      edition === null
        ? "#current = :null AND attribute_not_exists(writing)"
        : "#current.edition = :edition AND writing = :edition"
    }`,
    ExpressionAttributeNames: { "#current": "current" },
    ExpressionAttributeValues: {
      ":latest": sequencer,
      ...(edition === null ? { ":null": null } : { ":edition": edition }),
    },
  },
});

async function rowsBetween(table: Table, article: ArticleId, from: string, to: string) {
  const rows: z.infer<typeof rowSchema>[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ProjectionExpression: "pk, sk, kind, id",
      ExpressionAttributeValues: { ":pk": articlePartition(article), ":from": from, ":to": to },
    },
  );
  for await (const page of pages) rows.push(...z.array(rowSchema).parse(page.Items ?? []));
  return rows;
}
