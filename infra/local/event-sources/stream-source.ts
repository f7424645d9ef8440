import { createHash } from "node:crypto";
import { matchesPattern } from "../event-pattern.ts";
import type { LocalFunction } from "../lambda/local-function.ts";
import { failedItems } from "./batch-failures.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { type EventSource, type EventSourceSettings, pause } from "./event-source.ts";
import type { StreamClient, StreamRecord } from "./stream-client.ts";

/** Which stream is read for which function, and how. */
export interface StreamSourceOptions extends EventSourceSettings {
  readonly client: StreamClient;
  /** As the server knows the stream. */
  readonly stream: string;
  /** As the function is to see it. */
  readonly streamArn: string;
  readonly region: string;
  readonly target: Pick<LocalFunction, "name" | "active" | "invoke">;
  /** Name under which the position is kept. */
  readonly consumer: string;
  readonly checkpoints: Checkpoints;
  readonly startingPosition: "TRIM_HORIZON" | "LATEST";
  /** Invocations after the first one; -1 for as long as it takes. */
  readonly retries: number;
  /** Whether a failed batch is halved before it is tried again. */
  readonly bisects: boolean;
  /** Takes what was given up: Lambda's description of the batch, without the records themselves. */
  readonly onDiscard?: ((description: object) => void) | undefined;
}

const pollInterval = 50;
const longestBackoff = 60_000;

const sequenceOf = (record: StreamRecord): string => record.dynamodb.SequenceNumber;

/**
 * Reads every shard of a stream in order and hands batches to a function. A shard does not go on before its
 * batch has succeeded or was given up: the order of changes to an item is kept.
 */
export function startStreamSource(options: StreamSourceOptions): EventSource {
  const stop = new AbortController();
  const shards = new Map<string, Promise<void>>();
  // Rounds of reading that found nothing; a round that starts after a question answers it.
  let started = 0;
  const idleRounds = new Map<string, number>();

  const asLambdaSends = (record: StreamRecord) => ({
    ...record,
    eventID: createHash("md5").update(`${options.streamArn} ${record.eventID}`).digest("hex"),
    awsRegion: options.region,
    eventSourceARN: options.streamArn,
  });

  const passes = (record: StreamRecord): boolean =>
    options.filters.length === 0 || options.filters.some((filter) => matchesPattern(filter, record));

  function discard(
    shard: string,
    records: readonly StreamRecord[],
    attempts: number,
    condition: string,
  ): void {
    const [first, last] = [records[0], records.at(-1)];
    if (first === undefined || last === undefined) return;
    const time = (record: StreamRecord) =>
      new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
    options.onDiscard?.({
      version: "1.0",
      timestamp: new Date().toISOString(),
      requestContext: {
        functionArn: options.target.name,
        condition,
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      DDBStreamBatchInfo: {
        shardId: shard,
        startSequenceNumber: sequenceOf(first),
        endSequenceNumber: sequenceOf(last),
        approximateArrivalOfFirstRecord: time(first),
        approximateArrivalOfLastRecord: time(last),
        batchSize: records.length,
        streamArn: options.streamArn,
      },
    });
  }

  /** Hands over a batch until it has succeeded or is given up. @returns false where the stop came first */
  async function hand(shard: string, batch: readonly StreamRecord[]): Promise<boolean> {
    let records = batch;
    for (let attempt = 0; records.length > 0; attempt++) {
      if (stop.signal.aborted) return false;
      const result = await options.target.invoke({ Records: records.map(asLambdaSends) });
      if (stop.signal.aborted && !result.ok) return false;
      const failed = failedItems(result, records.map(sequenceOf), options.reportsFailures);
      if (failed !== "all" && failed.length === 0) return true;
      if (failed !== "all") {
        // Everything before the first failure is done.
        const first = records.findIndex((record) => failed.includes(sequenceOf(record)));
        records = records.slice(first);
      }
      if (options.retries >= 0 && attempt >= options.retries) {
        discard(shard, records, attempt + 1, "RetryAttemptsExhausted");
        return true;
      }
      if (options.bisects && records.length > 1) {
        const middle = Math.ceil(records.length / 2);
        return (await hand(shard, records.slice(0, middle))) && (await hand(shard, records.slice(middle)));
      }
      await pause(Math.min(longestBackoff, 200 * 2 ** Math.min(attempt, 10)), stop.signal);
    }
    return true;
  }

  async function iteratorOf(shard: string): Promise<string> {
    const after = options.checkpoints.get(options.consumer, shard);
    return after === undefined
      ? options.client.iterator(options.stream, shard, options.startingPosition)
      : options.client.iterator(options.stream, shard, "AFTER_SEQUENCE_NUMBER", after);
  }

  async function read(shard: string): Promise<void> {
    let iterator: string | undefined = await iteratorOf(shard);
    while (iterator !== undefined && !stop.signal.aborted) {
      const round = ++started;
      let { records, next } = await options.client.records(iterator, options.batchSize);
      if (records.length === 0) {
        idleRounds.set(shard, round);
        iterator = next;
        await pause(pollInterval, stop.signal);
        continue;
      }
      if (records.length < options.batchSize && options.batchingWindow > 0 && next !== undefined) {
        await pause(options.batchingWindow * 1000, stop.signal);
        const more = await options.client.records(next, options.batchSize - records.length);
        records = [...records, ...more.records];
        next = more.next;
      }
      const wanted = records.filter(passes);
      if (!(await hand(shard, wanted))) return;
      const last = records.at(-1);
      if (last !== undefined) options.checkpoints.set(options.consumer, shard, sequenceOf(last));
      iterator = next;
    }
    idleRounds.set(shard, Number.POSITIVE_INFINITY);
  }

  /** Reads a shard, and starts again from the checkpoint where the server did not answer. */
  async function follow(shard: string): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        return await read(shard);
      } catch {
        await pause(500, stop.signal);
      }
    }
  }

  async function discover(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        for (const shard of await options.client.shards(options.stream)) {
          if (!shards.has(shard)) shards.set(shard, follow(shard));
        }
      } catch {
        // Asked again below.
      }
      await pause(shards.size === 0 ? 100 : 10_000, stop.signal);
    }
  }
  const discovering = discover();

  return {
    async drained() {
      const asked = started;
      if (shards.size === 0 && (await options.client.shards(options.stream)).length === 0) return true;
      while (!stop.signal.aborted) {
        const idle = [...shards.keys()].every((shard) => (idleRounds.get(shard) ?? 0) > asked);
        if (shards.size > 0 && idle) return true;
        if (options.target.active > 0) return false;
        await pause(pollInterval / 2, stop.signal);
      }
      return true;
    },
    async close() {
      stop.abort();
      await discovering;
      await Promise.all(shards.values());
    },
  };
}
