import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { readEnvironment } from "../environment.ts";
import { articleName } from "../store/article-id.ts";
import { publishStoredMetrics } from "../stored-metrics.ts";
import { type ArticleEvent, articleEventOf } from "./article-event.ts";
import { type AddressedEvent, putEvents } from "./put-events.ts";
import { readStreamRecord } from "./stream-record.ts";

const environment = readEnvironment("EVENT_BUS_NAME");
const logger = new Logger({ serviceName: "publish" });
const metrics = new Metrics({ namespace: "Onrecord", serviceName: "publish", logger });
const bus = { client: new EventBridgeClient({}), name: environment.EVENT_BUS_NAME };

/**
 * The function between the table's stream and the event bus. A record that cannot be read, and an event that the
 * bus does not take, fail alone, by their sequence numbers.
 */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
  .use(injectLambdaContext(logger))
  .use(publishStoredMetrics(metrics))
  .handler(async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    metrics.addMetric("HeadChangesSeen", MetricUnit.Count, Records.length);
    const failed: string[] = [];
    const events: AddressedEvent[] = [];
    for (const record of Records) {
      const id = record.dynamodb?.SequenceNumber ?? "";
      try {
        const event = eventOf(record);
        if (event !== null) events.push({ id, event });
      } catch (error) {
        failed.push(id);
        logger.error("cannot read a stream record; it goes to the dead-letter queue", { id, error });
      }
    }
    const refused = new Set(await putEvents(bus, events));
    for (const { id, event } of events) report(event, refused.has(id));
    return { batchItemFailures: [...failed, ...refused].map((itemIdentifier) => ({ itemIdentifier })) };
  });

function eventOf(record: DynamoDBRecord): ArticleEvent | null {
  const change = readStreamRecord(record);
  return change === null ? null : articleEventOf(change.before, change.after);
}

function report({ type, detail }: ArticleEvent, refused: boolean): void {
  const line = {
    article: articleName(detail.article),
    revision: detail.revision,
    sequencer: detail.sequencer,
  };
  if (refused) logger.error(`${type}: the bus did not take it, will be tried again`, line);
  else logger.info(`${type}: published`, line);
  metrics.addMetric(refused ? "EventsRefused" : "EventsPublished", MetricUnit.Count, 1);
}
