import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { type ActorTotalItem, actorTotalItemSchema, foldName } from "./actor-items.ts";
import { actorTotalKey } from "./keys.ts";
import { highestKey, lowestKey, type Page, type PageRequest, readView } from "./read-view.ts";
import { shardNames } from "./shards.ts";
import type { Table } from "./table.ts";

/** By name, or by how much they said, most first. */
export const actorOrders = ["name", "count"] as const;
export type ActorOrder = (typeof actorOrders)[number];

/** All actors who said something, or those whose name begins with `prefix` (accents and capitals aside). */
export function readActors(
  table: Table,
  { order, prefix }: { readonly order: ActorOrder; readonly prefix?: string | undefined },
  page: PageRequest,
): Promise<Page<ActorTotalItem>> {
  const start = foldName(prefix ?? "");
  const partitions = shardNames("actors");
  return readView(
    table,
    order === "name"
      ? {
          index: "actors-by-name",
          partitions,
          order: "ascending",
          from: start === "" ? lowestKey : start,
          to: `${start}${highestKey}`,
        }
      : {
          index: "actors-by-count",
          partitions,
          order: "descending",
          from: lowestKey,
          to: highestKey,
          ...(start === "" ? {} : { only: { attribute: "nameSort", beginsWith: start } }),
        },
    page,
    async (rows) => rows.map((row) => actorTotalItemSchema.parse(row)),
  );
}

/** One actor's totals, or `null` where nothing in the table is the actor's. */
export async function readActor(table: Table, id: string): Promise<ActorTotalItem | null> {
  const answer = await table.client.send(
    new GetCommand({ TableName: table.name, Key: actorTotalKey(id), ConsistentRead: true }),
  );
  return answer.Item === undefined ? null : actorTotalItemSchema.parse(answer.Item);
}
