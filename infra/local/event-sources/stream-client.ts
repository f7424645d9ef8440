/** A change record as DynamoDB Streams answers it in JSON: what Lambda hands on, but for the event source. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: string;
  readonly eventSource: string;
  readonly awsRegion: string;
  readonly dynamodb: {
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly SequenceNumber: string;
    readonly [name: string]: unknown;
  };
  readonly userIdentity?: unknown;
}

/** Where reading of a shard begins; `AFTER_SEQUENCE_NUMBER` wants the number. */
export type IteratorType = "TRIM_HORIZON" | "LATEST" | "AFTER_SEQUENCE_NUMBER";

/** The three calls of DynamoDB Streams that reading one takes. */
export interface StreamClient {
  shards(stream: string): Promise<string[]>;
  iterator(stream: string, shard: string, type: IteratorType, after?: string): Promise<string>;
  /** Records in order, and the iterator to go on with (absent where the shard is closed and read). */
  records(iterator: string, limit: number): Promise<{ records: StreamRecord[]; next: string | undefined }>;
}

/**
 * Reads streams over plain HTTP. The SDK's client turns times into dates and binaries into arrays; a Lambda
 * gets them as they stand in the JSON, and so they are kept here.
 */
export function streamClient(endpoint: string, region: string): StreamClient {
  async function call(operation: string, input: object): Promise<Record<string, unknown>> {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDBStreams_20120810.${operation}`,
        // Local servers want to see credentials and check none.
        "x-amz-date": "20260101T000000Z",
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  return {
    async shards(stream) {
      const ids: string[] = [];
      let last: string | undefined;
      do {
        const answer = await call("DescribeStream", {
          StreamArn: stream,
          ...(last && { ExclusiveStartShardId: last }),
        });
        const description = answer.StreamDescription as {
          Shards?: { ShardId: string }[];
          LastEvaluatedShardId?: string;
        };
        ids.push(...(description.Shards ?? []).map((shard) => shard.ShardId));
        last = description.LastEvaluatedShardId;
      } while (last !== undefined);
      return ids;
    },
    async iterator(stream, shard, type, after) {
      const answer = await call("GetShardIterator", {
        StreamArn: stream,
        ShardId: shard,
        ShardIteratorType: type,
        ...(after !== undefined && { SequenceNumber: after }),
      });
      return String(answer.ShardIterator);
    },
    async records(iterator, limit) {
      const answer = await call("GetRecords", { ShardIterator: iterator, Limit: Math.min(1000, limit) });
      return {
        records: (answer.Records ?? []) as StreamRecord[],
        next: answer.NextShardIterator as string | undefined,
      };
    },
  };
}
