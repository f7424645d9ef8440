import type { Duration } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { NodeFunction, type NodeFunctionProps } from "./node-function.ts";
import { alarmPeriod, type Operations } from "./operations.ts";
import { DeadLetterQueue, WorkQueue } from "./work-queue.ts";

/** What a {@link Stage} is made with. */
export interface StageProps extends NodeFunctionProps {
  /** How many messages one invocation may get. */
  readonly batchSize: number;
  /** How many batches are worked on at once. */
  readonly maximumConcurrency: number;
  /** How old the oldest waiting message may be before an alarm goes off. */
  readonly longestWait: Duration;
  readonly operations: Operations;
}

/**
 * One stage of an article's way: a queue, the function that works it off, the dead letters, and the alarms
 * on both. Records fail one by one; one that failed five times is a dead letter.
 */
export class Stage extends Construct {
  readonly queue: WorkQueue;
  readonly deadLetters: DeadLetterQueue;
  readonly function: NodeFunction;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    this.function = new NodeFunction(this, "Function", props);
    this.deadLetters = new DeadLetterQueue(this, "DeadLetters");
    this.queue = new WorkQueue(this, "Queue", {
      functionTimeout: props.timeout,
      deadLetters: this.deadLetters,
    });
    this.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        // Not reserved concurrency: a throttled function would send good messages to the dead letters.
        maxConcurrency: props.maximumConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    acknowledge(this.function, {
      "Serverless-LambdaEventSourceMappingDestination":
        "A mapping of an SQS queue takes none: the queue itself sends what failed to its dead letters.",
    });
    props.operations.alarm({
      name: `${props.name}-dead-letters`,
      says: `${props.name} gave up on at least one message; its article's results are missing or out of date.`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: "Maximum",
        period: alarmPeriod,
      }),
      above: 0,
    });
    props.operations.alarm({
      name: `${props.name}-backlog`,
      says: `Articles wait longer than ${props.longestWait.toHumanString()} for ${props.name}.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: "Maximum", period: alarmPeriod }),
      above: props.longestWait.toSeconds(),
      periods: 5,
    });
  }
}
