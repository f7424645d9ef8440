import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { EventBus } from "aws-cdk-lib/aws-events";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { type LogKeeping, NodeFunction } from "./node-function.ts";
import { alarmPeriod, type Operations } from "./operations.ts";
import type { ResultsTable } from "./results-table.ts";
import { DeadLetterQueue } from "./work-queue.ts";

/** What a {@link Publication} is made with. */
export interface PublicationProps {
  readonly table: ResultsTable;
  readonly logs: LogKeeping;
  readonly operations: Operations;
}

/** How long events may lag behind the table before an alarm goes off. */
const longestLag = Duration.minutes(15);

/**
 * Tells other programs what became of an article: `publish` reads the table's stream, of which it gets the
 * heads only, and puts an event on the bus for each that changed.
 */
export class Publication extends Construct {
  readonly bus: EventBus;
  readonly function: NodeFunction;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { table, logs, operations }: PublicationProps) {
    super(scope, id);
    this.bus = new EventBus(this, "Bus", {
      description: "What became of each article: completed, rejected, deleted",
    });
    this.deadLetters = new DeadLetterQueue(this, "DeadLetters");
    this.function = new NodeFunction(this, "Function", {
      name: "publish",
      description: "Puts an event on the bus for every article that was completed, rejected or deleted",
      memory: 512,
      timeout: Duration.seconds(30),
      environment: { EVENT_BUS_NAME: this.bus.eventBusName },
      logs,
    });
    this.bus.grantPutEventsTo(this.function);
    this.function.addEventSource(
      // Both have a stream or none; only the way their types say so differs.
      new DynamoEventSource(table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual("head") } } } })],
        batchSize: 100,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(this.deadLetters),
      }),
    );
    operations.alarm({
      name: "publish-dead-letters",
      says: "publish gave up on at least one change of the table; other programs were not told of it.",
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: "Maximum",
        period: alarmPeriod,
      }),
      above: 0,
    });
    operations.alarm({
      name: "publish-lag",
      says: `Events come more than ${longestLag.toHumanString()} after the table's changes.`,
      metric: this.function.metric("IteratorAge", { statistic: "Maximum", period: alarmPeriod }),
      above: longestLag.toMilliseconds(),
      periods: 5,
    });
  }
}
