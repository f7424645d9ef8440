import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { S3Client } from "@aws-sdk/client-s3";
import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { countRejection } from "../count-rejection.ts";
import { eachObjectEvent } from "../each-object-event.ts";
import { readEnvironment } from "../environment.ts";
import { requireTime } from "../invocation-time.ts";
import { articleName } from "../store/article-id.ts";
import { openTable } from "../store/table.ts";
import { publishStoredMetrics } from "../stored-metrics.ts";
import { segmentObject } from "./segment-object.ts";

const environment = readEnvironment("TABLE_NAME", "SEGMENTS_BUCKET");
const logger = new Logger({ serviceName: "segment" });
const metrics = new Metrics({ namespace: "Onrecord", serviceName: "segment", logger });
const s3 = new S3Client({});
const parts = {
  articles: s3,
  segments: { client: s3, name: environment.SEGMENTS_BUCKET },
  table: openTable(environment.TABLE_NAME),
};

const metricOf = {
  segmented: "ArticlesSegmented",
  deleted: "ArticlesDeleted",
  gone: "VersionsGone",
  old: "OldEventsDropped",
  "done-before": "DuplicateEventsDropped",
} as const;

/**
 * Milliseconds below which no other article is begun: the message goes back to the queue, rather than that a timeout
 * sends back the whole batch with all that was done of it.
 */
const timeForOne = 5_000;

async function segmentMessage(message: SQSRecord): Promise<void> {
  const messageLogger = logger.createChild({ persistentKeys: { messageId: message.messageId } });
  /** Of the whole message, for the line that says that it failed. */
  const articles: { article: string; revision: string }[] = [];
  try {
    await eachObjectEvent(message.body, async (event) => {
      requireTime(parts.table.time, timeForOne, "another article in this batch");
      articles.push({ article: articleName(event.object), revision: event.versionId ?? event.sequencer });
      const articleLogger = messageLogger.createChild({
        persistentKeys: {
          article: articleName(event.object),
          revision: event.versionId ?? event.sequencer,
          sequencer: event.sequencer,
        },
      });
      try {
        const outcome = await segmentObject(parts, event);
        if (outcome.is === "rejected") countRejection(metrics, outcome.code);
        else metrics.addMetric(metricOf[outcome.is], MetricUnit.Count, 1);
        articleLogger.info(`${event.what}: ${outcome.is}`, { outcome });
      } catch (error) {
        articleLogger.error(`${event.what}: failed, will be tried again`, { error });
        throw error;
      }
    });
  } catch (error) {
    metrics.addMetric("MessagesFailed", MetricUnit.Count, 1);
    messageLogger.error("message failed; after the last attempt it lies in the dead-letter queue", {
      articles,
      error,
    });
    throw error;
  }
}

/**
 * The function between the articles bucket's queue and the segments bucket. Messages fail one by one, and are
 * worked off one after the other, so that a batch of large articles does not need their memory at once.
 */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .use(publishStoredMetrics(metrics))
  .handler((event: SQSEvent, context: Context) => {
    parts.table.time.begin(context);
    return processPartialResponse(event, segmentMessage, new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  });
