import type { Checkpoints } from "./event-sources/checkpoints.ts";
import type { EventSource, EventSourceSettings } from "./event-sources/event-source.ts";
import { startQueueSource } from "./event-sources/queue-source.ts";
import type { StreamClient } from "./event-sources/stream-client.ts";
import { startStreamSource } from "./event-sources/stream-source.ts";
import type { LocalFunction } from "./lambda/local-function.ts";
import type { Queues } from "./queues.ts";

/** What event source mappings are wired to. */
export interface MappingParts {
  readonly region: string;
  readonly queues: Queues;
  readonly streams: StreamClient;
  readonly checkpoints: Checkpoints;
  /** The server's own ARN of a stream, by the ARN that functions see. */
  readonly serverStreams: ReadonlyMap<string, string>;
  /** By name or ARN. */
  readonly functionOf: (reference: string) => LocalFunction;
  readonly concurrency: number;
  /** Seconds; see `LocalStackOptions.retryAfter`. */
  readonly retryAfter?: number | undefined;
}

type Properties = Readonly<Record<string, unknown>>;

function settingsOf(properties: Properties, batchSize: number): EventSourceSettings {
  const criteria = properties.FilterCriteria as { Filters?: { Pattern: string }[] } | undefined;
  const response = (properties.FunctionResponseTypes ?? []) as string[];
  return {
    batchSize: Number(properties.BatchSize ?? batchSize),
    batchingWindow: Number(properties.MaximumBatchingWindowInSeconds ?? 0),
    reportsFailures: response.includes("ReportBatchItemFailures"),
    filters: (criteria?.Filters ?? []).map((filter) => JSON.parse(filter.Pattern) as unknown),
  };
}

/**
 * Starts an AWS::Lambda::EventSourceMapping whose references are worked out. @returns undefined where it is
 * disabled (a queue of dead letters waiting to be sent through again)
 * @throws Error on a source other than a queue or a table's stream
 */
export function startMapping(
  id: string,
  properties: Properties,
  parts: MappingParts,
): EventSource | undefined {
  if (properties.Enabled === false) return undefined;
  const arn = String(properties.EventSourceArn);
  const target = parts.functionOf(String(properties.FunctionName));
  if (arn.startsWith("arn:aws:sqs:")) {
    const queue = arn.slice(arn.lastIndexOf(":") + 1);
    const scaling = properties.ScalingConfig as { MaximumConcurrency?: number } | undefined;
    return startQueueSource({
      ...settingsOf(properties, 10),
      endpoint: parts.queues.endpoint,
      queueUrl: parts.queues.url(queue),
      queueArn: arn,
      region: parts.region,
      target,
      concurrency: Math.min(scaling?.MaximumConcurrency ?? parts.concurrency, parts.concurrency),
      depth: () => parts.queues.depth(queue),
      retryAfter: parts.retryAfter,
    });
  }
  const stream = parts.serverStreams.get(arn);
  if (stream === undefined) {
    throw new Error(
      `${id} reads from ${arn}; the local stack knows queues and the streams of its own tables.`,
    );
  }
  const destination = properties.DestinationConfig as { OnFailure?: { Destination?: string } } | undefined;
  const failures = destination?.OnFailure?.Destination;
  return startStreamSource({
    ...settingsOf(properties, 100),
    client: parts.streams,
    stream,
    streamArn: arn,
    region: parts.region,
    target,
    consumer: `${id} ${stream}`,
    checkpoints: parts.checkpoints,
    startingPosition: properties.StartingPosition === "LATEST" ? "LATEST" : "TRIM_HORIZON",
    retries: Number(properties.MaximumRetryAttempts ?? -1),
    bisects: properties.BisectBatchOnFunctionError === true,
    ...(failures?.startsWith("arn:aws:sqs:") && {
      onDiscard: (description: object) =>
        parts.queues.send(failures.slice(failures.lastIndexOf(":") + 1), JSON.stringify(description)),
    }),
  });
}
