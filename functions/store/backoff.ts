import { setTimeout as sleep } from "node:timers/promises";
import { type InvocationTime, requireTime } from "../invocation-time.ts";

/** The longest wait between two attempts, in milliseconds. */
const longestWait = 2_000;

/**
 * How long to wait before attempt `attempt` (from 1), in milliseconds: a random time up to 20 ms doubled each
 * time ("full jitter", as the AWS Architecture Blog recommends, so that writers in each other's way part).
 */
export const waitBefore = (attempt: number): number =>
  Math.random() * Math.min(longestWait, 20 * 2 ** (attempt - 1));

/** Waits before attempt `attempt`. @throws OutOfTimeError, at once, where the invocation ends before it */
export async function backOff(attempt: number, time?: InvocationTime): Promise<void> {
  const wait = waitBefore(attempt);
  if (time !== undefined) requireTime(time, wait, `attempt ${attempt + 1}`);
  await sleep(wait);
}
