import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readHead } from "#functions/store/head.ts";
import { articlesBucket, batchOf, context, type LocalParts, startLocalParts } from "./local-parts.ts";

let parts: LocalParts;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = "DEBUG";
  process.env.POWERTOOLS_METRICS_DISABLED = "false";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      if (String(chunk).startsWith("{")) lines.push(JSON.parse(String(chunk)));
      return true;
    });
  }
  parts = await startLocalParts();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await parts.close();
});

it("every line of an article's way names the article and its revision, and none has a word of it", async () => {
  const secret = "Zanzibarian lighthouse keepers";
  await parts.put(
    "one.txt",
    `A storm\n\n“The ${secret} are well,” said Tomas Ferrow of the harbour office.\n`,
  );
  await parts.put("two.txt", new Uint8Array([0, 1, 2, 3]));
  await parts.settle();
  await parts.segment(batchOf(["not json"]), context);
  await parts.tag(batchOf([JSON.stringify({ Event: "s3:TestEvent" })]), context);
  const revision = (await readHead(parts.table, { bucket: articlesBucket, key: "one.txt" }))?.latestRevision;
  const ofArticle = lines.filter(({ article }) => article === `${articlesBucket}/one.txt`);
  expect(ofArticle.map((line) => [line.service, line.revision])).toEqual([
    ["segment", revision],
    ["tag", revision],
  ]);
  expect(lines.find(({ article }) => article === `${articlesBucket}/two.txt`)).toMatchObject({
    outcome: { is: "rejected", code: "binary" },
  });
  expect(lines.filter(({ level }) => level === "ERROR" || level === "WARN")).toMatchObject([
    { messageId: "m0" },
  ]);
  expect(JSON.stringify(lines)).not.toContain(secret);
});

it("the line of a failed message names the articles that were in it", async () => {
  lines.length = 0;
  const record = (key: string) => ({
    eventName: "ObjectCreated:Put",
    eventTime: "2026-11-20T10:00:00.000Z",
    s3: { bucket: { name: articlesBucket }, object: { key, sequencer: "0A", versionId: "gone-already" } },
  });
  await parts.segment(
    batchOf([JSON.stringify({ Records: [record("good.txt"), record("bad%.txt")] })]),
    context,
  );
  const failed = lines.find(({ message }) => String(message).startsWith("message failed"));
  expect(failed).toMatchObject({
    level: "ERROR",
    articles: [{ article: `${articlesBucket}/good.txt`, revision: "gone-already" }],
  });
});

it("rejections are counted, all of them and each by its reason", async () => {
  lines.length = 0;
  await parts.put("nothing.txt", " \n");
  await parts.put("nothing-either.txt", "");
  await parts.put("picture.txt", new Uint8Array([0, 1, 2, 3]));
  await parts.put("sound.txt", "A storm\n\n“All are well,” said Tomas Ferrow of the harbour office.\n");
  await parts.settle();
  const count = (reason?: string) =>
    lines
      .filter((line) => "_aws" in line && line.reason === reason)
      .flatMap(({ ArticlesRejected }) => ArticlesRejected ?? [])
      .reduce<number>((sum, some) => sum + Number(some), 0);
  expect([count(), count("empty"), count("binary"), count("damaged")]).toEqual([3, 2, 1, 0]);
  expect(lines.find(({ reason }) => reason === "empty")).toMatchObject({
    service: "segment",
    _aws: { CloudWatchMetrics: [{ Namespace: "Onrecord", Dimensions: [["service", "reason"]] }] },
  });
});
