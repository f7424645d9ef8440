import { describe, expect, it } from "vitest";
import { invocationTime, OutOfTimeError, requireTime } from "#functions/invocation-time.ts";
import { isPassing, timedRetry } from "#functions/store/timed-retry.ts";

type Named = Error & { cause?: Error };
const named = (name: string, codes?: string[]) =>
  Object.assign(new Error(name), { name, CancellationReasons: codes?.map((Code) => ({ Code })) }) as Named;
const refused = (error: Named) => ({ errorType: "CLIENT_ERROR" as const, error });
const timeOf = (milliseconds: number) => {
  const time = invocationTime();
  time.begin({ getRemainingTimeInMillis: () => milliseconds });
  return time;
};

describe("what is tried again", () => {
  it.each([
    ["throttling", { errorType: "THROTTLING" as const, error: named("ThrottlingException") }, true],
    ["no connection", { errorType: "TRANSIENT" as const, error: named("ECONNREFUSED") }, true],
    [
      "a fault of DynamoDB",
      { errorType: "SERVER_ERROR" as const, error: named("InternalServerError") },
      true,
    ],
    ["an item in a transaction", refused(named("TransactionConflictException")), true],
    [
      "a transaction in another's way",
      refused(named("TransactionCanceledException", ["None", "TransactionConflict"])),
      true,
    ],
    [
      "a throttled transaction",
      refused(named("TransactionCanceledException", ["ThrottlingError", "None"])),
      true,
    ],
    [
      "a condition among conflicts",
      refused(named("TransactionCanceledException", ["ConditionalCheckFailed", "TransactionConflict"])),
      false,
    ],
    ["a transaction without reasons", refused(named("TransactionCanceledException", [])), false],
    ["a condition", refused(named("ConditionalCheckFailedException")), false],
    ["a faulty request", refused(named("ValidationException")), false],
    ["missing permission", refused(named("AccessDeniedException")), false],
  ])("%s", (_, info, passing) => {
    expect(isPassing(info)).toBe(passing);
  });
});

describe("how long it is tried", () => {
  const conflict = refused(named("TransactionConflictException"));

  it("as often as the invocation has time", async () => {
    const retry = timedRetry(timeOf(60_000));
    let token = await retry.acquireInitialRetryToken("");
    for (let attempt = 1; attempt <= 40; attempt++) {
      token = await retry.refreshRetryTokenForRetry(token, conflict);
      expect(token.getRetryCount()).toBe(attempt);
      expect(token.getRetryDelay()).toBeLessThanOrEqual(2_000);
    }
  });

  it("not into the end that is reserved for the answer", async () => {
    const retry = timedRetry(timeOf(1_900));
    const token = await retry.acquireInitialRetryToken("");
    await expect(retry.refreshRetryTokenForRetry(token, conflict)).rejects.toBe(conflict.error);
  });

  it("a few times where nobody gives a time", async () => {
    const retry = timedRetry(invocationTime());
    let token = await retry.acquireInitialRetryToken("");
    for (let attempt = 1; attempt < 10; attempt++) {
      token = await retry.refreshRetryTokenForRetry(token, conflict);
    }
    await expect(retry.refreshRetryTokenForRetry(token, conflict)).rejects.toBe(conflict.error);
  });

  it("no other article is begun shortly before the end", () => {
    expect(() => requireTime(timeOf(6_999), 5_000, "another article")).toThrow(OutOfTimeError);
    expect(() => requireTime(timeOf(7_001), 5_000, "another article")).not.toThrow();
  });
});
