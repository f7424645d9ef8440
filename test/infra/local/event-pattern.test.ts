import { describe, expect, it } from "vitest";
import { matchesPattern } from "#infra/local/event-pattern.ts";

const event = {
  source: "press",
  "detail-type": "Article Completed",
  detail: {
    state: "complete",
    quotes: 3,
    tags: ["court", "city"],
    parts: [{ id: "a" }, { id: "b" }],
    note: null,
  },
  dynamodb: { Keys: { sk: { S: "head" } }, NewImage: { said: { N: "12" } } },
};

describe("an event pattern", () => {
  it.each([
    ["a value of the list", { source: ["radio", "press"] }, true],
    ["no value of the list", { source: ["radio"] }, false],
    ["every field has to match", { source: ["press"], detail: { state: ["rejected"] } }, false],
    ["a field below", { dynamodb: { Keys: { sk: { S: ["head"] } } } }, true],
    ["null", { detail: { note: [null] } }, true],
    ["one element of an array", { detail: { tags: ["city"] } }, true],
    ["an element of a list of objects", { detail: { parts: { id: ["b"] } } }, true],
    ["prefix", { "detail-type": [{ prefix: "Article " }] }, true],
    ["suffix", { "detail-type": [{ suffix: "Rejected" }] }, false],
    ["prefix without case", { source: [{ prefix: { "equals-ignore-case": "PR" } }] }, true],
    ["equals-ignore-case", { source: [{ "equals-ignore-case": "PRESS" }] }, true],
    ["wildcard", { "detail-type": [{ wildcard: "Art*Comp*" }] }, true],
    [
      "wildcard with a dot, which is no wildcard",
      { "detail-type": [{ wildcard: "Article.Completed" }] },
      false,
    ],
    ["wildcard at both ends", { "detail-type": [{ wildcard: "*le Com*" }] }, true],
    ["wildcard with too much behind it", { "detail-type": [{ wildcard: "Art*Comp" }] }, false],
    ["wildcard whose parts would overlap", { source: [{ wildcard: "pres*ess" }] }, false],
    ["wildcard for nothing", { source: [{ wildcard: "pre*ss" }] }, true],
    ["anything-but another", { source: [{ "anything-but": ["radio"] }] }, true],
    ["anything-but itself", { source: [{ "anything-but": "press" }] }, false],
    ["anything-but a prefix", { source: [{ "anything-but": { prefix: "pr" } }] }, false],
    ["exists", { detail: { state: [{ exists: true }] } }, true],
    ["does not exist", { detail: { reason: [{ exists: false }] } }, true],
    ["below what does not exist", { absent: { reason: [{ exists: false }] } }, true],
    ["a range of numbers", { detail: { quotes: [{ numeric: [">", 0, "<=", 3] }] } }, true],
    ["outside a range", { detail: { quotes: [{ numeric: [">", 3] }] } }, false],
    ["a number of an item", { dynamodb: { NewImage: { said: { N: [{ numeric: ["=", 12] }] } } } }, true],
    ["one of two patterns", { $or: [{ source: ["radio"] }, { detail: { quotes: [3] } }] }, true],
  ])("%s", (_, pattern, matches) => {
    expect(matchesPattern(pattern, event)).toBe(matches);
  });

  it("refuses an operator that it does not know", () => {
    expect(() => matchesPattern({ source: [{ cidr: "10.0.0.0/8" }] }, event)).toThrow('operator "cidr"');
  });
});
