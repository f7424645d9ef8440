import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { S3Client } from "@aws-sdk/client-s3";
import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { shippedTaggers } from "#extraction/taggers.ts";
import { countRejection } from "../count-rejection.ts";
import { eachObjectEvent } from "../each-object-event.ts";
import { readEnvironment } from "../environment.ts";
import { requireTime } from "../invocation-time.ts";
import { articleName } from "../store/article-id.ts";
import { openTable } from "../store/table.ts";
import { publishStoredMetrics } from "../stored-metrics.ts";
import { deployedActors } from "./known-actors.ts";
import { tagSegments } from "./tag-segments.ts";

const environment = readEnvironment("TABLE_NAME", "SEGMENTS_BUCKET");
// A model that cannot be used stops the function when it starts, and not at each article; and one that can is read before
// the first article comes.
shippedTaggers();
const known = deployedActors(process.env.ACTORS_FILE, import.meta.url);
const logger = new Logger({ serviceName: "tag" });
const metrics = new Metrics({ namespace: "Onrecord", serviceName: "tag", logger });
const parts = {
  segments: { client: new S3Client({}), name: environment.SEGMENTS_BUCKET },
  table: openTable(environment.TABLE_NAME),
  known,
};

/**
 * Milliseconds below which no other article is begun: the message goes back to the queue, rather than that a timeout
 * sends back the whole batch with all that was done of it.
 */
const timeForOne = 5_000;

async function tagMessage(message: SQSRecord): Promise<void> {
  const messageLogger = logger.createChild({ persistentKeys: { messageId: message.messageId } });
  /** Of the whole message, for the line that says that it failed. */
  const articles: { article: string; revision: string }[] = [];
  try {
    await eachObjectEvent(message.body, async (event) => {
      requireTime(parts.table.time, timeForOne, "another article in this batch");
      const articleLogger = messageLogger.createChild({ persistentKeys: { segments: event.object.key } });
      try {
        const outcome = await tagSegments(parts, event, (upload) => {
          const article = { article: articleName(upload), revision: upload.revision };
          articles.push(article);
          articleLogger.appendPersistentKeys({ ...article, sequencer: upload.sequencer });
        });
        if (outcome?.is === "tagged") {
          metrics.addMetric("ArticlesTagged", MetricUnit.Count, 1);
          metrics.addMetric("AttributionsFound", MetricUnit.Count, outcome.counts.attributions);
          metrics.addMetric("ClaimsFound", MetricUnit.Count, outcome.counts.claims);
        } else if (outcome?.is === "rejected") {
          countRejection(metrics, outcome.code);
        } else {
          metrics.addMetric("ArticlesSuperseded", MetricUnit.Count, 1);
        }
        articleLogger.info(outcome?.is ?? "segments gone: superseded", { outcome });
      } catch (error) {
        articleLogger.error("failed, will be tried again", { error });
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

/** The function between the segments bucket's queue and the results table. Messages fail one by one. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .use(publishStoredMetrics(metrics))
  .handler((event: SQSEvent, context: Context) => {
    parts.table.time.begin(context);
    return processPartialResponse(event, tagMessage, new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  });
