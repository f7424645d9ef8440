import { setTimeout as sleep } from "node:timers/promises";
import {
  ListMessageMoveTasksCommand,
  type ListMessageMoveTasksResultEntry,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import type { DeadLetters } from "./dead-letters.ts";

/** Milliseconds between two looks at the task. */
const interval = 2_000;

/**
 * Has SQS move the messages back to where they came from, and waits for it; `report` is told how far it is.
 * Returns how many were moved. @throws Error where the task fails or is cancelled
 */
export async function runMoveTask(
  client: SQSClient,
  { arn, waiting }: DeadLetters,
  report: (moved: number) => void,
  pause = interval,
): Promise<number> {
  const { TaskHandle } = await client.send(new StartMessageMoveTaskCommand({ SourceArn: arn }));
  for (;;) {
    const task = await newestTask(client, arn, TaskHandle);
    const moved = task?.ApproximateNumberOfMessagesMoved ?? 0;
    if (task?.Status === "COMPLETED") return moved;
    if (task?.Status === "FAILED" || task?.Status === "CANCELLED") {
      throw new Error(
        `SQS moved ${moved} of about ${waiting} messages, then the task was ${task.Status.toLowerCase()}: ${task.FailureReason ?? "no reason is given"}`,
      );
    }
    report(moved);
    await sleep(pause);
  }
}

/** The task; SQS names it by its handle only while it runs, and afterwards it is the newest. */
async function newestTask(
  client: SQSClient,
  SourceArn: string,
  handle: string | undefined,
): Promise<ListMessageMoveTasksResultEntry | undefined> {
  const { Results = [] } = await client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 10 }));
  return Results.find(({ TaskHandle }) => TaskHandle !== undefined && TaskHandle === handle) ?? Results[0];
}
