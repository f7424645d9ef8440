import { describe, expect, it } from "vitest";
import { failedItems } from "#infra/local/event-sources/batch-failures.ts";

const answered = (value: unknown) => ({ ok: true, value }) as const;
const thrown = { ok: false, error: { errorType: "Error", errorMessage: "no", trace: [] } } as const;

describe("the failures of a batch of a, b and c", () => {
  it.each([
    ["nothing answered", answered(null), []],
    ["an empty list", answered({ batchItemFailures: [] }), []],
    ["no list", answered({}), []],
    ["null for a list", answered({ batchItemFailures: null }), []],
    ["one of them", answered({ batchItemFailures: [{ itemIdentifier: "b" }] }), ["b"]],
    [
      "an identifier that is not of the batch",
      answered({ batchItemFailures: [{ itemIdentifier: "x" }] }),
      "all",
    ],
    ["an empty identifier", answered({ batchItemFailures: [{ itemIdentifier: "" }] }), "all"],
    ["a wrong name for the identifier", answered({ batchItemFailures: [{ id: "a" }] }), "all"],
    ["an error", thrown, "all"],
  ])("after %s", (_, result, failed) => {
    expect(failedItems(result, ["a", "b", "c"], true)).toEqual(failed);
  });

  it("are not read where the mapping does not report them", () => {
    const result = answered({ batchItemFailures: [{ itemIdentifier: "a" }] });
    expect(failedItems(result, ["a"], false)).toEqual([]);
  });
});
