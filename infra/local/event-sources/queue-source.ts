import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { matchesPattern } from "../event-pattern.ts";
import type { LocalFunction } from "../lambda/local-function.ts";
import type { QueueDepth } from "../queues.ts";
import { failedItems } from "./batch-failures.ts";
import { type EventSource, type EventSourceSettings, pause } from "./event-source.ts";

/** Which queue is read for which function, and how. */
export interface QueueSourceOptions extends EventSourceSettings {
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly region: string;
  readonly target: Pick<LocalFunction, "name" | "active" | "invoke">;
  /** Batches that may be at the function at once (ScalingConfig.MaximumConcurrency). */
  readonly concurrency: number;
  readonly depth: () => QueueDepth;
  /** Seconds after which a failed message is received again; without it, the queue's visibility timeout. */
  readonly retryAfter?: number | undefined;
}

/** A message as Lambda hands it to a function. */
const lambdaRecord = (message: Message, queueArn: string, region: string) => ({
  messageId: message.MessageId ?? "",
  receiptHandle: message.ReceiptHandle ?? "",
  body: message.Body ?? "",
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
      name,
      {
        stringValue: value.StringValue,
        binaryValue: value.BinaryValue && Buffer.from(value.BinaryValue).toString("base64"),
        stringListValues: [],
        binaryListValues: [],
        dataType: value.DataType,
      },
    ]),
  ),
  md5OfBody: message.MD5OfBody ?? "",
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion: region,
});
type QueueRecord = ReturnType<typeof lambdaRecord>;

/** Whether a message passes the filters; its body is compared as JSON where it is JSON. */
function passes(record: QueueRecord, filters: readonly unknown[]): boolean {
  if (filters.length === 0) return true;
  let body: unknown = record.body;
  try {
    body = JSON.parse(record.body);
  } catch {
    // Compared as text.
  }
  return filters.some((filter) => matchesPattern(filter, { ...record, body }));
}

/**
 * Long-polls a queue and hands batches to a function. What succeeded is deleted; what failed stays invisible
 * until its visibility timeout ends, and the queue's redrive policy moves it away in the end.
 */
export function startQueueSource(options: QueueSourceOptions): EventSource {
  const client = new SQSClient({
    endpoint: options.endpoint,
    region: options.region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const stop = new AbortController();
  const batches = new Set<Promise<void>>();
  const QueueUrl = options.queueUrl;

  async function receive(limit: number, seconds: number): Promise<Message[]> {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(10, limit),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ["All"],
        MessageAttributeNames: ["All"],
      }),
      { abortSignal: stop.signal },
    );
    return Messages ?? [];
  }

  /** A batch: the first messages that come, and with a batching window those that follow within it. */
  async function gather(): Promise<Message[]> {
    const messages = await receive(options.batchSize, 20);
    const end = Date.now() + options.batchingWindow * 1000;
    while (messages.length > 0 && messages.length < options.batchSize) {
      const left = end - Date.now();
      const more = await receive(
        options.batchSize - messages.length,
        Math.min(20, Math.max(0, Math.ceil(left / 1000))),
      );
      messages.push(...more);
      if (left <= 0 || more.length === 0) break;
    }
    return messages;
  }

  async function remove(records: readonly QueueRecord[]): Promise<void> {
    for (let from = 0; from < records.length; from += 10) {
      const Entries = records
        .slice(from, from + 10)
        .map((record, index) => ({ Id: String(index), ReceiptHandle: record.receiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  }

  async function retryLater(records: readonly QueueRecord[]): Promise<void> {
    const VisibilityTimeout = options.retryAfter;
    if (VisibilityTimeout === undefined) return;
    for (let from = 0; from < records.length; from += 10) {
      const Entries = records.slice(from, from + 10).map((record, index) => ({
        Id: String(index),
        ReceiptHandle: record.receiptHandle,
        VisibilityTimeout,
      }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }
  }

  async function hand(messages: readonly Message[]): Promise<void> {
    const all = messages.map((message) => lambdaRecord(message, options.queueArn, options.region));
    const records = all.filter((record) => passes(record, options.filters));
    await remove(all.filter((record) => !records.includes(record)));
    if (records.length === 0) return;
    const result = await options.target.invoke({ Records: records });
    // What the stop cut short was not the function's failure; its messages wait for the next start.
    if (stop.signal.aborted && !result.ok) return;
    const failed = failedItems(
      result,
      records.map((record) => record.messageId),
      options.reportsFailures,
    );
    const isFailed = (record: QueueRecord) => failed === "all" || failed.includes(record.messageId);
    await remove(records.filter((record) => !isFailed(record)));
    await retryLater(records.filter(isFailed));
  }

  async function poll(): Promise<void> {
    while (!stop.signal.aborted) {
      while (batches.size >= options.concurrency) await Promise.race(batches);
      try {
        const messages = await gather();
        if (messages.length === 0) continue;
        const batch = hand(messages).catch(() => {
          // The queue did not answer: the messages become visible again.
        });
        batches.add(batch);
        void batch.finally(() => batches.delete(batch));
      } catch {
        if (!stop.signal.aborted) await pause(500, stop.signal);
      }
    }
  }
  const polling = poll();

  return {
    async drained() {
      const { visible, inFlight, delayed } = options.depth();
      return visible + inFlight + delayed + batches.size === 0;
    },
    async close() {
      stop.abort();
      await polling;
      await Promise.all(batches);
      client.destroy();
    },
  };
}
