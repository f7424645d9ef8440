import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BucketServer, startBucketServer } from "#infra/local/bucket-server/bucket-server.ts";
import { eventMessage, type ObjectEvent } from "#infra/local/bucket-server/object-event.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const folder = join(temporaryFolder(), "buckets");
const events: ObjectEvent[] = [];
let server: BucketServer;
let s3: S3Client;

const clientOf = (endpoint: string, settings: object = {}) =>
  new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    ...settings,
  });
const start = () =>
  startBucketServer({ folder, port: 0, region: "us-east-1", deliver: (event) => void events.push(event) });

beforeAll(async () => {
  server = await start();
  server.ensureBucket("articles", { versioned: true });
  server.ensureBucket("plain", { versioned: false });
  server.startDelivery();
  s3 = clientOf(server.endpoint);
});
afterAll(async () => {
  s3.destroy();
  await server.close();
});

const put = (Key: string, Body: string | Buffer | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: "articles", Key, Body, ...more }));
const read = async (Key: string, more: object = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: "articles", Key, ...more }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const eventsOf = async (key: string) => {
  await expect.poll(() => server.pendingEvents()).toBe(0);
  return events.filter((event) => event.key === key);
};
const formDecoded = (text: string) => decodeURIComponent(text.replaceAll("+", " "));

describe("an object", () => {
  it("comes back with its type and metadata", async () => {
    await put("kept.txt", "Odell spoke.", {
      ContentType: "text/plain; charset=utf-8",
      Metadata: { desk: "city" },
    });
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: "articles", Key: "kept.txt", ChecksumMode: "ENABLED" }),
    );
    expect(head).toMatchObject({
      ContentLength: 12,
      ContentType: "text/plain; charset=utf-8",
      Metadata: { desk: "city" },
      ETag: `"${createHash("md5").update("Odell spoke.").digest("hex")}"`,
    });
    expect(head.ChecksumCRC32).toBeDefined();
  });

  it("is stored without the framing of a streamed upload", async () => {
    const body = randomBytes(200_000);
    // A stream goes out as aws-chunked with its checksum in a trailer.
    await put("streamed", Readable.from([body.subarray(0, 70_000), body.subarray(70_000)]), {
      ContentLength: body.length,
    });
    expect(await read("streamed")).toEqual(body);
    const head = await s3.send(new HeadObjectCommand({ Bucket: "articles", Key: "streamed" }));
    expect(head.ContentEncoding).toBeUndefined();
  });

  it.each([
    ["bytes=2-4", "cde"],
    ["bytes=7-", "hij"],
    ["bytes=-2", "ij"],
    ["bytes=8-99", "ij"],
  ])("gives the range %s", async (Range, text) => {
    await put("ranged", "abcdefghij");
    expect(String(await read("ranged", { Range }))).toBe(text);
  });

  it("refuses a range behind its end", async () => {
    await put("short", "abc");
    await expect(read("short", { Range: "bytes=3-" })).rejects.toMatchObject({ name: "InvalidRange" });
  });

  it("arrives in parts", async () => {
    const [first, second] = [randomBytes(5 * 1_048_576), randomBytes(1000)];
    const at = { Bucket: "articles", Key: "in parts" };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...at, ContentType: "text/html" }));
    const Parts = [];
    for (const [index, Body] of [first, second].entries()) {
      const part = { ...at, UploadId, PartNumber: index + 1, Body };
      const { ETag } = await s3.send(new UploadPartCommand(part));
      Parts.push({ PartNumber: index + 1, ETag });
    }
    await s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
    expect((await read("in parts")).equals(Buffer.concat([first, second]))).toBe(true);
    expect(await eventsOf("in parts")).toMatchObject([
      { name: "ObjectCreated:CompleteMultipartUpload", size: 5_243_880, etag: expect.stringMatching(/-2$/) },
    ]);
    await expect(s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId }))).rejects.toMatchObject({
      name: "NoSuchUpload",
    });
  });

  it("is written under a condition only if it holds", async () => {
    const { ETag } = await put("conditional", "one", { IfNoneMatch: "*" });
    const refused = { name: "PreconditionFailed" };
    await expect(put("conditional", "two", { IfNoneMatch: "*" })).rejects.toMatchObject(refused);
    await expect(put("conditional", "two", { IfMatch: '"0"' })).rejects.toMatchObject(refused);
    await put("conditional", "two", { IfMatch: ETag });
    expect(String(await read("conditional"))).toBe("two");
  });

  it("keeps its versions behind a delete marker", async () => {
    const first = await put("versions", "one");
    await put("versions", "two");
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: "articles", Key: "versions" }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(read("versions")).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(String(await read("versions", { VersionId: first.VersionId }))).toBe("one");

    const at = { Bucket: "articles", Key: "versions", VersionId: marker.VersionId };
    await s3.send(new DeleteObjectCommand(at));
    expect(String(await read("versions"))).toBe("two");
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: "articles", Prefix: "versions" }));
    expect(listed.Versions?.map((version) => version.IsLatest)).toEqual([true, false]);
    const seen = await eventsOf("versions");
    expect(seen.map((event) => event.name)).toEqual([
      "ObjectCreated:Put",
      "ObjectCreated:Put",
      "ObjectRemoved:DeleteMarkerCreated",
      "ObjectRemoved:Delete",
    ]);
    expect(seen.map((event) => event.sequencer)).toEqual(seen.map((event) => event.sequencer).sort());
    expect(seen[2]).not.toHaveProperty("size");
  });

  it("is copied with what belongs to it", async () => {
    await put("from here", "copied", { Metadata: { desk: "court" } });
    await s3.send(
      new CopyObjectCommand({
        Bucket: "plain",
        Key: "to",
        CopySource: `articles/${encodeURIComponent("from here")}`,
      }),
    );
    const copy = await s3.send(new GetObjectCommand({ Bucket: "plain", Key: "to" }));
    expect(await copy.Body?.transformToString()).toBe("copied");
    expect(copy.Metadata).toEqual({ desk: "court" });
    expect(await eventsOf("to")).toMatchObject([{ name: "ObjectCreated:Copy", bucket: "plain" }]);
  });

  it("is not stored where a digest does not fit", async () => {
    const wrong = createHash("md5").update("other").digest("base64");
    await expect(put("damaged", "text", { ContentMD5: wrong })).rejects.toMatchObject({ name: "BadDigest" });
    await expect(read("damaged")).rejects.toMatchObject({ name: "NoSuchKey" });
  });
});

describe("a key", () => {
  it("of any characters goes through Put, Get, List and the notification", async () => {
    const key = fc
      .oneof(
        fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
        fc.string({ unit: fc.constantFrom(..."/.+ %&=?#~'()*ä😀\\\"<>"), minLength: 1, maxLength: 20 }),
        fc.constantFrom("../../up", "a/../b", ".", "..", "a//b", "%2B+%", "x".repeat(1024), "é".repeat(512)),
      )
      .filter((text) => Buffer.byteLength(text) <= 1024);
    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        const { VersionId } = await put(Key, Key);
        expect(String(await read(Key, { VersionId }))).toBe(Key);
        const { Contents } = await s3.send(
          new ListObjectsV2Command({ Bucket: "articles", Prefix: Key, EncodingType: "url", MaxKeys: 1 }),
        );
        expect(formDecoded(Contents?.[0]?.Key ?? "")).toBe(Key);
        const event = (await eventsOf(Key)).find((one) => one.version === VersionId);
        const message = event && JSON.parse(eventMessage(event, "us-east-1"));
        expect(formDecoded(message?.Records[0].s3.object.key)).toBe(Key);
      }),
      { numRuns: 60 },
    );
  });

  it("of more than 1,024 bytes is refused", async () => {
    await expect(put(`${"é".repeat(512)}x`, "x")).rejects.toMatchObject({ name: "KeyTooLongError" });
  });

  it.each(["/articles/%zz", "/articles/%ff"])("that is no UTF-8 is refused: %s", async (path) => {
    const response = await fetch(server.endpoint + path, { method: "PUT", body: "x" });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("InvalidURI")]);
  });
});
