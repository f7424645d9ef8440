import { readFile } from "node:fs/promises";
import type { SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { articleHash } from "#functions/store/article-id.ts";
import { readHead } from "#functions/store/head.ts";
import { readArticle } from "#functions/store/read-article.ts";
import { readStates } from "#functions/store/read-states.ts";
import { articlesBucket, batchOf, context, type LocalParts, startLocalParts } from "./local-parts.ts";

let parts: LocalParts;
let key = "";
let number = 0;

beforeAll(async () => {
  parts = await startLocalParts();
});
afterAll(() => parts.close());
beforeEach(() => {
  number++;
  key = `2026/harbour ${number} + “ø”.txt`;
});

const article = () => ({ bucket: articlesBucket, key });
const head = () => readHead(parts.table, article());
const rows = async () =>
  (await parts.everything()).filter((item) => (item.article as { key?: string } | undefined)?.key === key);
const segmentKeys = async () =>
  (await parts.segmentKeys()).filter((name) => name.startsWith(articleHash(article())));

const text = (quay: string) => `The quay at Port Arden

By Mara Linden

The harbour master has closed ${quay} for the winter after a storm tore planks from it.

“The ${quay} is not safe,” said Tomas Ferrow, the harbour master. “We counted 14 broken planks on Monday.”

The council will meet in the town hall next week to talk about the money for the repair.
`;

describe("an article's way", () => {
  it("goes from the bucket to the table, whatever its key", async () => {
    await parts.put(key, text("north quay"));
    await parts.settle();
    const view = await readArticle(parts.table, article());
    expect(view?.head).toMatchObject({
      state: "complete",
      article: article(),
      current: { title: "The quay at Port Arden", byline: ["Mara Linden"] },
    });
    expect(await segmentKeys()).toEqual([view?.head.current?.segments]);
  });

  it("is under way between the two functions", async () => {
    await parts.put(key, text("north quay"));
    await parts.segment(batchOf(await parts.articleEvents()), context);
    expect(await head()).toMatchObject({ state: "processing", current: null });
    await parts.settle();
    expect(await head()).toMatchObject({ state: "complete" });
  });

  it("changes nothing when its events come twice", async () => {
    await parts.put(key, text("north quay"));
    const created = await parts.articleEvents();
    await parts.segment(batchOf(created), context);
    const segmented = await parts.segmentEvents();
    await parts.tag(batchOf(segmented), context);
    const before = await parts.everything();
    await parts.segment(batchOf([...created, ...created]), context);
    await parts.tag(batchOf([...segmented, ...segmented]), context);
    await parts.settle();
    expect(await parts.everything()).toEqual(before);
  });

  it("replaces an older upload, in either order of the events", async () => {
    await parts.put(key, text("north quay"));
    const older = await parts.articleEvents();
    await parts.put(key, text("south quay"));
    const newer = await parts.articleEvents();
    await parts.segment(batchOf([...newer, ...older]), context);
    await parts.settle();
    const late = await rows();
    expect((await head())?.current?.revision).toBe((await head())?.latestRevision);
    expect(await segmentKeys()).toHaveLength(1);
    await parts.segment(batchOf(older), context);
    await parts.settle();
    expect(await rows()).toEqual(late);
  });

  it("leaves a tombstone and nothing else when the article is deleted, also when that is told first", async () => {
    await parts.put(key, text("north quay"));
    const created = await parts.articleEvents();
    await parts.segment(batchOf(created), context);
    await parts.settle();
    await parts.remove(key);
    await parts.settle();
    await parts.segment(batchOf(created), context);
    await parts.settle();
    expect(await rows()).toEqual([expect.objectContaining({ sk: "head", state: "deleted", current: null })]);
    expect(await segmentKeys()).toEqual([]);
  });

  it("goes back to the version before when the newest is deleted for good", async () => {
    await parts.put(key, text("north quay"));
    await parts.settle();
    const first = (await head())?.latestRevision;
    await parts.put(key, text("south quay"));
    await parts.settle();
    const second = (await head())?.latestRevision ?? "";
    expect(second).not.toBe(first);
    await parts.remove(key, second);
    await parts.settle();
    expect(await head()).toMatchObject({ state: "complete", current: { revision: first } });
    expect(await segmentKeys()).toHaveLength(1);
  });

  it.each([
    ["empty", ""],
    ["binary", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["too-large", new Uint8Array(20_000_000).fill(0x61)],
  ])("ends with the reason %s, after which older results are gone", async (code, body) => {
    await parts.put(key, text("north quay"));
    await parts.settle();
    await parts.put(key, body);
    await parts.settle();
    const rejected = await readStates(parts.table, "rejected", { limit: 100 });
    expect(rejected.items.find((item) => item.article.key === key)?.rejection).toMatchObject({ code });
    expect(await rows()).toHaveLength(1);
    expect(await segmentKeys()).toEqual([]);
  });

  it("ends as too-large with more actors than can be written, after which older results are gone", async () => {
    await parts.put(key, text("north quay"));
    await parts.settle();
    const letters = "abcdefghijklmnop";
    const name = (index: number) => `Zo${[8, 4, 0].map((shift) => letters[(index >> shift) & 15]).join("")}`;
    const sayings = Array.from(
      { length: 3_100 },
      (_, index) => `“The quay is safe,” ${name(index)} Marsten said.`,
    );
    await parts.put(key, `${text("south quay")}\n${sayings.join("\n\n")}\n`);
    await parts.settle();
    expect(await head()).toMatchObject({
      state: "rejected",
      current: null,
      rejection: { code: "too-large", message: expect.stringContaining("actors") },
    });
    expect(await rows()).toHaveLength(1);
    expect(await segmentKeys()).toEqual([]);
  });

  it("waits for the removal when the version is gone before it was read", async () => {
    await parts.put(key, text("north quay"));
    const created = await parts.articleEvents();
    const version = /"versionId":"([^"]+)"/u.exec(created[0] ?? "")?.[1];
    await parts.remove(key, version);
    const removed = await parts.articleEvents();
    expect(await parts.segment(batchOf(created), context)).toEqual({ batchItemFailures: [] });
    await parts.segment(batchOf(removed), context);
    expect(await head()).toMatchObject({ state: "deleted" });
  });
});

describe("bad messages", () => {
  it("fail alone, in the batch and in the message", async () => {
    await parts.put(key, text("north quay"));
    const [good = ""] = await parts.articleEvents();
    const record = JSON.parse(good).Records[0];
    const malformed = structuredClone(record);
    malformed.s3.object.key = "50%-of-voters.txt";
    const bodies = [
      "not json",
      JSON.stringify({ Records: [malformed, record] }),
      JSON.stringify({ Service: "Amazon S3", Event: "s3:TestEvent", Bucket: articlesBucket }),
      JSON.stringify({ Records: [{ ...record, eventName: "ObjectTagging:Put" }] }),
      JSON.stringify({ hello: "world" }),
    ];
    const answer = await parts.segment(batchOf(bodies), context);
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      "m0",
      "m1",
      "m3",
      "m4",
    ]);
    await parts.settle();
    expect(await head()).toMatchObject({ state: "complete" });
  });

  it.each([
    ["segment-body-not-json", 1],
    ["segment-malformed-key", 1],
    ["segment-test-event", 0],
  ])("events/%s.json fails %i message of its batch", async (name, failures) => {
    const event: SQSEvent = JSON.parse(await readFile(`events/${name}.json`, "utf8"));
    for (const message of event.Records)
      message.body = message.body.replaceAll("onrecord-articles", articlesBucket);
    const answer = await parts.segment(event, context);
    expect(answer.batchItemFailures).toHaveLength(failures);
  });

  it("of the segments bucket fail alone too", async () => {
    const answer = await parts.tag(batchOf(["{", '{"Event":"s3:TestEvent"}']), context);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: "m0" }]);
  });
});
