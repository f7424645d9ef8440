import { paginateQuery } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { ArticleId } from "./article-id.ts";
import { deleteItems } from "./batch-write.ts";
import { articlePartition, editionPrefix, type ItemKey } from "./keys.ts";
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
 * The results of uploads older than `sequencer`, and of the editions named. Newer uploads are never touched:
 * whoever writes them may be at work right now.
 */
export async function findLeftovers(
  table: Table,
  article: ArticleId,
  sequencer: string,
  editions: readonly string[],
): Promise<Leftovers> {
  const older = rowsBetween(table, article, "rev#", `rev#${sequencer}`);
  const named = editions.map((edition) =>
    rowsBetween(table, article, editionPrefix(edition), `${editionPrefix(edition)}\u{10ffff}`),
  );
  // An edition named may be an older upload's too, and a batch must not name a key twice.
  const found = (await Promise.all([older, ...named])).flat();
  const rows = [...new Map(found.map((row) => [row.sk, row])).values()];
  return {
    keys: rows.map(({ pk, sk }) => ({ pk, sk })),
    actorIds: [...new Set(rows.filter(({ kind }) => kind === "actor").map(({ id }) => id))],
  };
}

/** Deletes leftovers. The actors' totals have to be moved before: afterwards nobody knows them any more. */
export const removeLeftovers = (table: Table, leftovers: Leftovers): Promise<void> =>
  deleteItems(table, leftovers.keys);

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
