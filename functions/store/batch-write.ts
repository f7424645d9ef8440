import { BatchWriteCommand, type BatchWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { backOff } from "./backoff.ts";
import type { ItemKey } from "./keys.ts";
import type { Table } from "./table.ts";

type WriteRequest = NonNullable<NonNullable<BatchWriteCommandInput["RequestItems"]>[string]>[number];

/** DynamoDB's limit for one request. */
const batchSize = 25;
const requestsAtOnce = 4;
const maximumAttempts = 50;

/** Deletes the items, present or not. @throws Error where DynamoDB keeps on refusing some of them. */
export const deleteItems = (table: Table, keys: readonly ItemKey[]): Promise<void> =>
  writeAll(
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );

async function writeAll(table: Table, requests: readonly WriteRequest[]): Promise<void> {
  const batches: WriteRequest[][] = [];
  for (let start = 0; start < requests.length; start += batchSize) {
    batches.push(requests.slice(start, start + batchSize));
  }
  const worker = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      await writeBatch(table, batch);
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, worker));
}

async function writeBatch(table: Table, batch: readonly WriteRequest[]): Promise<void> {
  let left: readonly WriteRequest[] = batch;
  for (let attempt = 1; ; attempt++) {
    const answer = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: [...left] } }),
    );
    left = answer.UnprocessedItems?.[table.name] ?? [];
    if (left.length === 0) return;
    if (attempt === maximumAttempts) {
      throw new Error(`the table left ${left.length} items undeleted after ${maximumAttempts} attempts`);
    }
    await backOff(attempt, table.time);
  }
}
