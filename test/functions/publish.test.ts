import { readFile } from "node:fs/promises";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { articleEventOf, detailTypes, eventDetailSchema } from "#functions/publish/article-event.ts";
import type { HeadItem } from "#functions/store/head-item.ts";
import { type BusEvent, type EventBus, startEventBus } from "#infra/local/event-bus.ts";
import { context } from "./local-parts.ts";

const current = (edition: string): NonNullable<HeadItem["current"]> => ({
  edition,
  revision: "v1",
  extractor: "onrecord/0.0.0+sample",
  items: 3,
  title: "A title",
  byline: [],
  published: "2026-02-03",
  date: "2026-02-03",
  uploaded: "2026-03-04T05:06:07.000Z",
  segments: "hash/01.A.json",
  actors: ["ada-brook"],
  counts: { attributions: 1, quotes: 1, claims: 0, actors: 1 },
  truncated: false,
});

const head = (state: HeadItem["state"], more: Partial<HeadItem> = {}): HeadItem => ({
  pk: "article#b/k",
  sk: "head",
  kind: "head",
  article: { bucket: "b", key: "k" },
  latest: "01.A",
  latestRevision: "v1",
  state,
  since: "2026-03-04T05:06:07.000Z",
  current: state === "complete" ? current("e1") : null,
  rejection: state === "rejected" ? { code: "empty", message: "is empty" } : null,
  rejectedBy: state === "rejected" ? "onrecord/0.0.0+sample" : null,
  ...more,
});

describe("articleEventOf", () => {
  it.each<[string, HeadItem | null, HeadItem | null, string | null]>([
    ["a first upload", null, head("processing"), null],
    ["first results", head("processing"), head("complete"), "Article Completed"],
    ["a touched head", head("complete"), head("complete", { since: "2026-04-01T00:00:00Z" }), null],
    ["better results", head("complete"), head("complete", { current: current("e2") }), "Article Completed"],
    ["a new upload", head("complete"), head("processing", { current: current("e1") }), null],
    ["a refusal", head("processing"), head("rejected"), "Article Rejected"],
    ["the same refusal", head("rejected"), head("rejected", { since: "2026-04-01T00:00:00Z" }), null],
    [
      "a refusal of the next upload",
      head("rejected"),
      head("rejected", { latest: "01.B" }),
      "Article Rejected",
    ],
    ["a removal", head("complete"), head("deleted"), "Article Deleted"],
    ["a removal again", head("deleted"), head("deleted", { latest: "01.B" }), null],
    ["a removal of what never came", null, head("deleted"), null],
    ["a head that is gone", head("deleted"), null, null],
  ])("%s", (_, before, after, type) => {
    const event = articleEventOf(before, after);
    expect(event?.type ?? null).toBe(type);
    if (event !== null) expect(eventDetailSchema.parse(event.detail)).toEqual(event.detail);
  });

  it("says what readers need to know", () => {
    expect(articleEventOf(null, head("complete"))?.detail).toEqual({
      article: { bucket: "b", key: "k" },
      revision: "v1",
      sequencer: "01.A",
      title: "A title",
      published: "2026-02-03",
      actors: ["ada-brook"],
      counts: { attributions: 1, quotes: 1, claims: 0, actors: 1 },
      reason: null,
      extractor: "onrecord/0.0.0+sample",
    });
    expect(articleEventOf(null, head("rejected"))?.detail).toMatchObject({
      reason: { code: "empty", message: "is empty" },
      actors: [],
      counts: null,
    });
  });
});

describe("the handler", () => {
  let bus: EventBus;
  let heard: BusEvent[] = [];
  let handler: (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

  beforeAll(async () => {
    bus = await startEventBus({
      port: 0,
      region: "eu-west-1",
      account: "111122223333",
      buses: ["onrecord"],
      rules: [],
    });
    bus.subscribe((event) => heard.push(event));
    Object.assign(process.env, {
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_EVENTBRIDGE: bus.endpoint,
      EVENT_BUS_NAME: "onrecord",
      POWERTOOLS_LOG_LEVEL: "SILENT",
      POWERTOOLS_METRICS_DISABLED: "true",
    });
    handler = (await import("#functions/publish/handler.ts")).handler as typeof handler;
  });
  afterAll(() => bus.close());
  beforeEach(() => {
    heard = [];
  });

  const fixture = async (): Promise<DynamoDBStreamEvent> =>
    JSON.parse(await readFile("events/publish-completed.json", "utf8"));

  it("puts one event on the bus for a completed article", async () => {
    expect(await handler(await fixture(), context)).toEqual({ batchItemFailures: [] });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ source: "onrecord", "detail-type": detailTypes[0] });
    expect(eventDetailSchema.parse(heard[0]?.detail)).toEqual(heard[0]?.detail);
  });

  it("fails a record that it cannot read, and no other", async () => {
    const { Records } = await fixture();
    const good = Records[0];
    const broken = structuredClone(good);
    if (broken?.dynamodb === undefined || good === undefined) throw new Error("the fixture has no record");
    broken.dynamodb.SequenceNumber = "7";
    broken.dynamodb.NewImage = { pk: { S: "article#b/k" }, sk: { S: "head" } };
    const other = structuredClone(good);
    if (other.dynamodb !== undefined) other.dynamodb.Keys = { pk: { S: "actor#x" }, sk: { S: "total" } };
    const answer = await handler({ Records: [broken, good, other] }, context);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "7" }] });
    expect(heard).toHaveLength(1);
  });

  it("publishes more changes than one request to the bus takes", async () => {
    const { Records } = await fixture();
    const many = Array.from({ length: 23 }, () => Records[0]).filter((record) => record !== undefined);
    expect(await handler({ Records: many }, context)).toEqual({ batchItemFailures: [] });
    expect(heard).toHaveLength(23);
  });
});
