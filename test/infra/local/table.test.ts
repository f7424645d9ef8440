import { expect, it } from "vitest";
import { startTables } from "#infra/local/table.ts";

it("a server that is named and does not answer is said in one line, with the cure", async () => {
  const tables = await startTables({
    file: "unused",
    port: 0,
    region: "us-east-1",
    // Nothing listens on the first port: whoever followed the runbook has the address of a stack that has ended.
    environment: { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" },
  });
  try {
    await expect(
      tables.ensureTable("Results", {
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      }),
    ).rejects.toThrow(
      "No DynamoDB answers at http://127.0.0.1:1, which AWS_ENDPOINT_URL_DYNAMODB names: start it, or unset the variable",
    );
  } finally {
    await tables.close();
  }
});
