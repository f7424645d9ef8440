import { request } from "node:http";
import { join } from "node:path";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BucketServer, startBucketServer } from "#infra/local/bucket-server/bucket-server.ts";
import type { ObjectEvent } from "#infra/local/bucket-server/object-event.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let server: BucketServer;
let s3: S3Client;

const clientOf = (endpoint: string) =>
  new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });

beforeAll(async () => {
  const folder = join(temporaryFolder(), "buckets");
  server = await startBucketServer({ folder, port: 0, region: "us-east-1", deliver: () => {} });
  server.ensureBucket("articles", { versioned: true });
  server.ensureBucket("plain", { versioned: false });
  s3 = clientOf(server.endpoint);
});
afterAll(async () => {
  s3.destroy();
  await server.close();
});

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: "articles", Key, Body }));

describe("a bucket", () => {
  it("is listed in pages, in byte order, with common prefixes", async () => {
    const keys = ["a/1", "a/2", "b", "c/x/1", "c/y", "d"];
    for (const Key of keys)
      await s3.send(new PutObjectCommand({ Bucket: "plain", Key: `list/${Key}`, Body: "x" }));
    for (const [Delimiter, expected] of [
      [undefined, keys],
      ["/", ["a/", "b", "c/", "d"]],
    ] as const) {
      const found: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await s3.send(
          new ListObjectsV2Command({
            Bucket: "plain",
            Prefix: "list/",
            Delimiter,
            MaxKeys: 1,
            ContinuationToken,
          }),
        );
        expect(page.KeyCount).toBe(1);
        found.push(...(page.Contents ?? []).map((one) => one.Key ?? ""));
        found.push(...(page.CommonPrefixes ?? []).map((one) => one.Prefix ?? ""));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      expect(found).toEqual(expected.map((key) => `list/${key}`));
    }
  });

  it("loses several objects at once", async () => {
    for (const Key of ["gone/<1>", "gone/2&"]) await put(Key, "x");
    const Objects = [{ Key: "gone/<1>" }, { Key: "gone/2&" }, { Key: "never there" }];
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket: "articles", Delete: { Objects } }));
    expect(Deleted?.map((one) => one.Key)).toEqual(Objects.map((one) => one.Key));
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: "articles", Prefix: "gone/" }));
    expect(Contents).toBeUndefined();
  });

  it("is found by its name in the host", async () => {
    await put("hosted.txt", "by name");
    const port = new URL(server.endpoint).port;
    const text = await new Promise<string>((resolve, reject) => {
      const headers = { host: `articles.localhost:${port}` };
      request({ host: "127.0.0.1", port, path: "/hosted.txt", headers }, async (response) => {
        let body = "";
        for await (const chunk of response) body += String(chunk);
        resolve(body);
      })
        .on("error", reject)
        .end();
    });
    expect(text).toBe("by name");
  });

  it("that does not exist says so", async () => {
    await expect(s3.send(new HeadBucketCommand({ Bucket: "nowhere" }))).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(s3.send(new ListObjectsV2Command({ Bucket: "nowhere" }))).rejects.toMatchObject({
      name: "NoSuchBucket",
    });
  });
});

describe("a restart", () => {
  const root = temporaryFolder();

  it("keeps objects, and delivers the events that were not delivered", async () => {
    const at = join(root, "restart");
    const heard: string[] = [];
    const options = {
      folder: at,
      port: 0,
      region: "us-east-1",
      deliver: (event: ObjectEvent) => void heard.push(event.key),
    };
    const first = await startBucketServer(options);
    first.ensureBucket("articles", { versioned: true });
    const before = clientOf(first.endpoint);
    await before.send(new PutObjectCommand({ Bucket: "articles", Key: "early.txt", Body: "early" }));
    before.destroy();
    await first.close();
    expect(heard).toEqual([]);

    const second = await startBucketServer(options);
    second.ensureBucket("articles", { versioned: true });
    second.startDelivery();
    const after = clientOf(second.endpoint);
    const { Body } = await after.send(new GetObjectCommand({ Bucket: "articles", Key: "early.txt" }));
    expect(await Body?.transformToString()).toBe("early");
    await expect.poll(() => heard).toEqual(["early.txt"]);
    after.destroy();
    await second.close();
  });
});
