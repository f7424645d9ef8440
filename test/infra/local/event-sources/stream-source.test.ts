import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCheckpoints } from "#infra/local/event-sources/checkpoints.ts";
import type { StreamClient, StreamRecord } from "#infra/local/event-sources/stream-client.ts";
import { type StreamSourceOptions, startStreamSource } from "#infra/local/event-sources/stream-source.ts";
import type { InvocationResult } from "#infra/local/lambda/worker-thread.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const root = temporaryFolder();
let files = 0;

const record = (number: number): StreamRecord => ({
  eventID: String(number),
  eventName: number % 2 === 0 ? "MODIFY" : "INSERT",
  eventVersion: "1.1",
  eventSource: "aws:dynamodb",
  awsRegion: "elsewhere",
  dynamodb: { ApproximateCreationDateTime: 1_700_000_000, SequenceNumber: String(number) },
});

/** A stream of one shard that holds records 1 to `count`; an iterator is the number of records before it. */
const streamOf = (count: number): StreamClient => ({
  shards: async () => ["only"],
  iterator: async (_stream, _shard, type, after) =>
    type === "LATEST" ? String(count) : type === "TRIM_HORIZON" ? "0" : String(after),
  records: async (iterator, limit) => {
    const from = Number(iterator);
    const to = Math.min(count, from + limit);
    return {
      records: Array.from({ length: to - from }, (_, index) => record(from + index + 1)),
      next: String(to),
    };
  },
});

/** Runs a source over five records until nothing is left. @returns the batches handed over, and what was given up */
async function consume(
  settings: Partial<StreamSourceOptions>,
  answer: (numbers: readonly number[]) => InvocationResult | undefined,
) {
  const batches: number[][] = [];
  const discarded: object[] = [];
  let active = 0;
  const source = startStreamSource({
    client: streamOf(5),
    stream: "server-arn",
    streamArn: "arn",
    region: "us-east-1",
    consumer: "test",
    checkpoints: openCheckpoints(join(root, `${files++}.json`)),
    startingPosition: "TRIM_HORIZON",
    batchSize: 100,
    batchingWindow: 0,
    reportsFailures: true,
    filters: [],
    retries: 1,
    bisects: false,
    onDiscard: (description) => discarded.push(description),
    target: {
      name: "publish",
      get active() {
        return active;
      },
      async invoke(event) {
        active++;
        const numbers = (event as { Records: StreamRecord[] }).Records.map((one) =>
          Number(one.dynamodb.SequenceNumber),
        );
        batches.push(numbers);
        active--;
        return answer(numbers) ?? { ok: true, value: null };
      },
    },
    ...settings,
  });
  await expect.poll(() => source.drained()).toBe(true);
  await source.close();
  return { batches, discarded };
}

const failing = (number: number): InvocationResult => ({
  ok: true,
  value: { batchItemFailures: [{ itemIdentifier: String(number) }] },
});
const throwing: InvocationResult = {
  ok: false,
  error: { errorType: "Error", errorMessage: "no", trace: [] },
};

describe("a stream", () => {
  it("is read in batches, in order", async () => {
    const { batches } = await consume({ batchSize: 2 }, () => undefined);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it("hands over only what passes a filter", async () => {
    const { batches } = await consume({ filters: [{ eventName: ["MODIFY"] }] }, () => undefined);
    expect(batches).toEqual([[2, 4]]);
  });

  it("is tried again from the first record that failed", async () => {
    let tries = 0;
    const { batches, discarded } = await consume({}, () => (tries++ === 0 ? failing(3) : undefined));
    expect([batches, discarded]).toEqual([
      [
        [1, 2, 3, 4, 5],
        [3, 4, 5],
      ],
      [],
    ]);
  });

  it("halves a batch until the bad record is alone, gives that up and describes it", async () => {
    const { batches, discarded } = await consume({ bisects: true }, (numbers) =>
      numbers.includes(2) ? throwing : undefined,
    );
    expect(batches).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [1, 2], [1], [2], [2], [3], [4, 5]]);
    expect(discarded).toMatchObject([
      {
        requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 2 },
        DDBStreamBatchInfo: {
          startSequenceNumber: "2",
          endSequenceNumber: "2",
          batchSize: 1,
          streamArn: "arn",
        },
      },
    ]);
  });

  it("goes on after a restart where it was", async () => {
    const checkpoints = openCheckpoints(join(root, "kept.json"));
    await consume({ checkpoints, client: streamOf(3) }, () => undefined);
    const { batches } = await consume(
      { checkpoints: openCheckpoints(join(root, "kept.json")) },
      () => undefined,
    );
    expect(batches).toEqual([[4, 5]]);
  });

  it("is read from its end where the mapping says so", async () => {
    const { batches } = await consume({ startingPosition: "LATEST" }, () => undefined);
    expect(batches).toEqual([]);
  });
});
