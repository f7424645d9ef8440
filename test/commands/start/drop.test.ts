import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dropArticles, summary } from "#commands/start/drop.ts";
import { listenForOutcomes } from "#commands/start/outcomes.ts";

let folder: string;
let bucket: Server;
let s3: S3Client;
const received = new Map<string, number>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-drop-"));
  bucket = createServer(async (request, response) => {
    let length = 0;
    for await (const chunk of request) length += (chunk as Buffer).length;
    received.set(request.url?.replace(/\?.*$/u, "") ?? "", length);
    response.end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => bucket.once("listening", resolve));
  s3 = new S3Client({
    endpoint: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestChecksumCalculation: "WHEN_REQUIRED",
  });
});
afterAll(() => {
  s3.destroy();
  bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

it("says which file has gone since it was named, and uploads the others; names cannot steer the terminal", async () => {
  const lines: string[] = [];
  const nothing = (): void => {};
  const progress = {
    status: nothing,
    end: nothing,
    silence: nothing,
    line: (text: string) => void lines.push(text),
  };
  const articles = ["gone.txt", "here\u001b[31m.txt", "empty.txt"].map((key) => ({
    name: key,
    path: join(folder, key),
    key,
  }));
  writeFileSync(join(folder, "here\u001b[31m.txt"), "A word.");
  writeFileSync(join(folder, "empty.txt"), "");
  const target = { s3, bucket: "articles", idle: () => Promise.resolve() };
  const dropped = await dropArticles(articles, target, listenForOutcomes(), progress);
  expect(dropped.map(({ outcome }) => outcome.type)).toEqual(["Not uploaded", "Lost", "Lost"]);
  expect(dropped.map(summary)[0]).toBe(
    "cannot be put into the bucket: it does not exist; check the name and the folder",
  );
  expect([...received.values()].sort()).toEqual([0, 7]);
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toContain("\u001b");
});
