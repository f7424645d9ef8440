import { setTimeout as sleep } from "node:timers/promises";

/** The longest wait between two attempts, in milliseconds. */
const longestWait = 2_000;

/**
 * Waits before attempt `attempt` (from 1): a random time up to 20 ms doubled each time ("full jitter", as the
 * AWS Architecture Blog recommends, so that writers in each other's way part).
 */
export const backOff = (attempt: number): Promise<void> =>
  sleep(Math.random() * Math.min(longestWait, 20 * 2 ** (attempt - 1)));
