import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type InvocationTime, invocationTime } from "../invocation-time.ts";
import { timedRetry } from "./timed-retry.ts";

/** The results table: a client that speaks plain objects, the table's name, and the time there is for it. */
export type Table = {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly time: InvocationTime;
};

/**
 * Opens the results table. Endpoint, region and credentials come from the SDK's own environment variables.
 * What DynamoDB refuses for the moment is tried again inside the invocation's time; see `timedRetry`.
 */
export function openTable(name: string): Table {
  const time = invocationTime();
  const client = new DynamoDBClient({ retryStrategy: timedRetry(time) });
  return {
    name,
    time,
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  };
}

/** Whether DynamoDB refused a write because its condition did not hold. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === "ConditionalCheckFailedException";
