import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { backOff } from "./backoff.ts";
import type { ItemKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** DynamoDB's limit for one request. */
const batchSize = 100;
const maximumAttempts = 10;

/**
 * The items with these keys, as they are now (consistent), in no order; those that do not exist are left out.
 * `projection` names the top-level attributes to read. @throws Error where the table keeps on refusing.
 */
export async function getItems(
  table: Table,
  keys: readonly ItemKey[],
  projection: readonly string[],
): Promise<Record<string, unknown>[]> {
  const names = Object.fromEntries(projection.map((name, position) => [`#p${position}`, name]));
  const request = { ProjectionExpression: Object.keys(names).join(", "), ExpressionAttributeNames: names };
  const found: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += batchSize) {
    let left: Record<string, unknown>[] = keys
      .slice(start, start + batchSize)
      .map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 1; left.length > 0; attempt++) {
      if (attempt > maximumAttempts) throw new Error(`the table left ${left.length} items unread`);
      if (attempt > 1) await backOff(attempt, table.time);
      const answer = await table.client.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: left, ConsistentRead: true, ...request } },
        }),
      );
      found.push(...(answer.Responses?.[table.name] ?? []));
      left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}
