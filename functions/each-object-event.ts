import { type ObjectEvent, readRecord, recordsOf } from "./s3-notification.ts";

/**
 * Does `work` for every S3 record of one SQS message, one after the other. Each has a try of its own: a bad
 * record does not keep the good ones from being worked off, but the message fails in the end and comes back, and
 * at last lies in the dead-letter queue. @throws Error what failed.
 */
export async function eachObjectEvent(
  body: string,
  work: (event: ObjectEvent) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const record of recordsOf(body)) {
    try {
      await work(readRecord(record));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join("; "));
}
