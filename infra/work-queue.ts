import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/**
 * A dead letter's age counts from when it was first sent, so dead letters are kept the longest that SQS
 * can, and messages at work for less.
 */
const retention = { work: Duration.days(4), deadLetters: Duration.days(14) };

const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** A queue for what could not be done. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { ...closed, retentionPeriod: retention.deadLetters });
    const reason =
      "It is for dead letters itself; an alarm tells of the first one, and `npm run redrive` sends them again.";
    acknowledge(this, { "AwsSolutions-SQS3": reason, "Serverless-SQSRedrivePolicy": reason });
  }
}

/** What a {@link WorkQueue} is made with. */
export interface WorkQueueProps {
  /** How long the function behind the queue may take for one batch. */
  readonly functionTimeout: Duration;
  readonly deadLetters: DeadLetterQueue;
}

/** How often a message is handed out before it goes to the dead letters. */
const attempts = 5;

/**
 * A queue in front of a function. A message stays hidden for six times the function's timeout, as the Lambda
 * guide asks: room for the retries of a throttled function before anyone else gets the message.
 */
export class WorkQueue extends Queue {
  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id, {
      ...closed,
      visibilityTimeout: Duration.seconds(6 * props.functionTimeout.toSeconds()),
      retentionPeriod: retention.work,
      deadLetterQueue: { queue: props.deadLetters, maxReceiveCount: attempts },
    });
  }
}
