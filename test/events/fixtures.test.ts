import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { APIGatewayProxyEventV2Schema } from "@aws-lambda-powertools/parser/schemas/api-gatewayv2";
import { DynamoDBStreamSchema } from "@aws-lambda-powertools/parser/schemas/dynamodb";
import { S3Schema } from "@aws-lambda-powertools/parser/schemas/s3";
import { SqsSchema } from "@aws-lambda-powertools/parser/schemas/sqs";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../events/", import.meta.url));
const fixtures = globSync("*.json", { cwd: folder }).sort();
const event = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const ofQueue = fixtures.filter((file) => /^(?:segment|tag)-/u.test(file));
const noNotification = ["segment-test-event.json", "segment-body-not-json.json"];

/** The S3 records of a fixture, in order. */
function objectsOf(file: string) {
  return SqsSchema.parse(event(file))
    .Records.filter(({ body }) => body.startsWith("{"))
    .flatMap(({ body }) => S3Schema.parse(JSON.parse(body)).Records);
}

const decoded = (key: string): string => decodeURIComponent(key.replaceAll("+", " "));

describe("every fixture", () => {
  it("is explained in the README, and every one explained is there", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const explained = [...readme.matchAll(/^\| `([^`]+\.json)` \|/gmu)].map(([, name]) => name).sort();
    expect(explained).toEqual(fixtures);
  });

  it.each(ofQueue)("%s is what SQS hands to Lambda, with true digests and ids of their own", (file) => {
    const { Records } = SqsSchema.parse(event(file));
    for (const { body, md5OfBody } of Records) {
      expect(md5OfBody).toBe(createHash("md5").update(body).digest("hex"));
    }
    expect(new Set(Records.map(({ messageId }) => messageId)).size).toBe(Records.length);
  });

  it.each(ofQueue.filter((file) => !noNotification.includes(file)))("%s carries S3 notifications", (file) => {
    for (const { eventName, s3 } of objectsOf(file)) {
      expect(s3.object.sequencer).toMatch(/^[0-9A-F]+$/u);
      const created = eventName.startsWith("ObjectCreated:");
      expect([s3.object.size !== undefined, s3.object.eTag !== undefined]).toEqual([created, created]);
      expect(file.startsWith("tag-")).toBe(s3.bucket.name === "onrecord-segments");
    }
  });

  it("publish-completed.json is what DynamoDB Streams hands to Lambda", () => {
    const [record] = DynamoDBStreamSchema.parse(event("publish-completed.json")).Records;
    expect(record?.dynamodb.OldImage).toMatchObject({ sk: "head", state: "processing" });
    expect(record?.dynamodb.NewImage).toMatchObject({ sk: "head", state: "complete" });
  });

  it.each(fixtures.filter((file) => file.startsWith("api-")))(
    "%s is what an HTTP API hands to Lambda",
    (file) => {
      const { rawPath, pathParameters } = APIGatewayProxyEventV2Schema.parse(event(file));
      expect(`/${pathParameters?.proxy}`).toBe(rawPath);
    },
  );
});

describe("the awkward ones are awkward in the way they say", () => {
  it("encoded key: form-encoded, space, plus and non-ASCII", () => {
    const [record] = objectsOf("segment-created-encoded-key.json");
    expect(record?.s3.object.key).toMatch(/^[\w%+./-]+$/u);
    expect(decoded(record?.s3.object.key ?? "")).toBe("Søndre kyst/profit + loss/earnings.txt");
  });

  it("multipart: by its name and its entity tag", () => {
    const [record] = objectsOf("segment-created-multipart.json");
    expect(record?.eventName).toBe("ObjectCreated:CompleteMultipartUpload");
    expect(record?.s3.object.eTag).toMatch(/-\d+$/u);
  });

  it.each([
    ["segment-deleted.json", "ObjectRemoved:DeleteMarkerCreated"],
    ["segment-deleted-version.json", "ObjectRemoved:Delete"],
  ])("%s: %s", (file, name) => {
    expect(objectsOf(file).map(({ eventName }) => eventName)).toEqual([name]);
  });

  it("two records: in one message, of two keys", () => {
    expect(SqsSchema.parse(event("segment-two-records.json")).Records).toHaveLength(1);
    expect(new Set(objectsOf("segment-two-records.json").map(({ s3 }) => s3.object.key)).size).toBe(2);
  });

  it("malformed key: the first cannot be decoded, the second can", () => {
    const [bad, good] = objectsOf("segment-malformed-key.json").map(({ s3 }) => s3.object.key);
    expect(() => decoded(bad ?? "")).toThrow(URIError);
    expect(decoded(good ?? "")).toBe("2026/11/science.txt");
  });

  it("body not JSON: the first, but not the second", () => {
    const [bad, good] = SqsSchema.parse(event("segment-body-not-json.json")).Records;
    expect(() => JSON.parse(bad?.body ?? "{}")).toThrow(SyntaxError);
    expect(S3Schema.parse(JSON.parse(good?.body ?? "")).Records).toHaveLength(1);
  });

  it("test event: no Records", () => {
    const [message] = SqsSchema.parse(event("segment-test-event.json")).Records;
    const body: unknown = JSON.parse(message?.body ?? "");
    expect(body).toMatchObject({ Event: "s3:TestEvent" });
    expect(body).not.toHaveProperty("Records");
  });

  it("duplicate: the same notification, twice", () => {
    const [first, second] = SqsSchema.parse(event("segment-duplicate.json")).Records;
    expect(first?.body).toBe(second?.body);
  });

  it("out of order: the newer first, and plain comparison of the sequencers gets it wrong", () => {
    const [newer, older] = objectsOf("segment-out-of-order.json");
    const [high, low] = [newer?.s3.object.sequencer ?? "", older?.s3.object.sequencer ?? ""];
    expect(newer?.s3.object.key).toBe(older?.s3.object.key);
    expect(BigInt(`0x${high}`)).toBeGreaterThan(BigInt(`0x${low}`));
    expect(high < low).toBe(true);
  });
});

it("fixtures speak of articles that are there", () => {
  const names = ofQueue
    .filter((file) => file.startsWith("segment-") && !noNotification.includes(file))
    .flatMap(objectsOf)
    .map(({ s3 }) => basename(s3.object.key))
    .filter((name) => !name.includes("%"));
  const articles = globSync("*.txt", { cwd: join(folder, "../test/articles") });
  expect(articles).toEqual(expect.arrayContaining([...new Set(names)]));
});
