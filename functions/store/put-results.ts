import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { ArticleId } from "./article-id.ts";
import { cancellationReasons } from "./cancellation-reasons.ts";
import { headKey } from "./keys.ts";
import type { ResultItem } from "./result-items.ts";
import type { Table } from "./table.ts";

/**
 * DynamoDB takes 100 actions and 4 MB in a transaction. One action is the check of the head, and no item is larger
 * than a fifth of 400 KB.
 */
const itemsAtOnce = 49;

/**
 * Puts the items of an edition, whatever stands there, each time on the condition that its upload is still the newest
 * and that it is the edition that is written. So nothing of an upload can be added once a newer one has been seen, not even by a writer that
 * died and comes back: whoever tidies up after that finds everything. Returns whether the condition held.
 *
 * One transaction after the other: two that check the same head would be in each other's way.
 */
export async function putResults(
  table: Table,
  article: ArticleId,
  sequencer: string,
  edition: string,
  items: readonly ResultItem[],
): Promise<boolean> {
  const isNewest = {
    ConditionCheck: {
      TableName: table.name,
      Key: headKey(article),
      ConditionExpression: "latest = :latest AND #state <> :deleted AND writing = :edition",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":latest": sequencer, ":deleted": "deleted", ":edition": edition },
    },
  };
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    const puts = items.slice(start, start + itemsAtOnce).map((Item) => ({
      Put: { TableName: table.name, Item },
    }));
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: [isNewest, ...puts] }));
    } catch (error) {
      if (cancellationReasons(error)?.[0] === "ConditionalCheckFailed") return false;
      throw error;
    }
  }
  return true;
}
