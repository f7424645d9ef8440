import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { type InvocationTime, reservedForTheEnd } from "../invocation-time.ts";
import { waitBefore } from "./backoff.ts";
import { cancellationReasons } from "./cancellation-reasons.ts";

type RetryStrategy = Extract<
  NonNullable<DynamoDBClientConfig["retryStrategy"]>,
  { acquireInitialRetryToken: unknown }
>;
type ErrorInfo = Parameters<RetryStrategy["refreshRetryTokenForRetry"]>[1];
type Token = Awaited<ReturnType<RetryStrategy["acquireInitialRetryToken"]>>;

/** Outside an invocation nobody says how long to try. */
const attemptsWithoutClock = 10;

/** Why a transaction may be cancelled that would pass unchanged a moment later. */
const passingReasons = new Set([
  "None",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

/**
 * Whether the same request can succeed later: DynamoDB is busy or cannot be reached, or another transaction has
 * its hands on an item. The SDK's own strategy takes conflicts for good.
 */
export function isPassing({
  errorType,
  error,
}: {
  errorType: ErrorInfo["errorType"];
  error?: unknown;
}): boolean {
  if (errorType !== "CLIENT_ERROR") return true;
  if (!(error instanceof Error)) return false;
  if (["TransactionConflictException", "TransactionInProgressException"].includes(error.name)) return true;
  const reasons = cancellationReasons(error) ?? [];
  return reasons.some((code) => code !== "None") && reasons.every((code) => passingReasons.has(code));
}

/**
 * Tries a request to DynamoDB again, with jitter, for as long as the invocation has time and the failure is a
 * passing one; after that the last error is thrown, and the message goes back to its queue.
 */
export function timedRetry(time: InvocationTime): RetryStrategy {
  const token = (retries: number): Token => {
    const wait = retries === 0 ? 0 : waitBefore(retries);
    return { getRetryCount: () => retries, getRetryDelay: () => wait };
  };
  return {
    acquireInitialRetryToken: async () => token(0),
    async refreshRetryTokenForRetry(last, info) {
      const next = token(last.getRetryCount() + 1);
      const remaining = time.remaining();
      const mayTry =
        remaining === null
          ? next.getRetryCount() < attemptsWithoutClock
          : remaining - next.getRetryDelay() > reservedForTheEnd;
      if (!mayTry || !isPassing(info)) throw info.error ?? new Error("the request failed");
      return next;
    },
    recordSuccess() {},
  };
}
