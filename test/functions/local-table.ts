import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { openTable, type Table } from "#functions/store/table.ts";
import { tableDefinition } from "#functions/store/table-definition.ts";
import { startTables } from "#infra/local/table.ts";

/** A results table of its own on a DynamoDB server of its own. */
export type LocalTable = {
  readonly table: Table;
  /** Every item, in order of the keys. */
  everything(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

/** Puts items as they are, whatever the heads say. */
export async function putItems(table: Table, items: readonly Record<string, unknown>[]): Promise<void> {
  for (const Item of items) await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** Starts a server and creates the table as `tableDefinition` says; points the SDK's variables at it. */
export async function startLocalTable(): Promise<LocalTable> {
  process.env.AWS_REGION = "eu-west-1";
  process.env.AWS_ACCESS_KEY_ID = "local";
  process.env.AWS_SECRET_ACCESS_KEY = "local";
  process.env.TABLE_NAME = "results";
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  process.env.POWERTOOLS_METRICS_DISABLED ??= "true";
  const folder = await mkdtemp(join(tmpdir(), "onrecord-table-"));
  const tables = await startTables({ file: join(folder, "tables.db"), port: 0, region: "eu-west-1" });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = tables.endpoint;
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const schema = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: "HASH" },
    { AttributeName: sort, KeyType: "RANGE" },
  ];
  const names = new Set([
    partitionKey,
    sortKey,
    ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ]);
  await tables.ensureTable("results", {
    AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: schema(partitionKey, sortKey),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: "ALL" },
    })),
  });
  const table = openTable("results");
  return {
    table,
    async everything() {
      const found: Record<string, unknown>[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await table.client.send(
          new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: start }),
        );
        found.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      const key = (item: Record<string, unknown>) => `${item.pk}\n${item.sk}`;
      return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    },
    async close() {
      table.client.destroy();
      await tables.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
