import { describe, expect, it } from "vitest";
import { readRecord, recordsOf } from "#functions/s3-notification.ts";

const record = (eventName: string, object: Record<string, unknown> = {}) => ({
  eventName,
  eventTime: "2026-11-20T08:15:30.412Z",
  s3: { bucket: { name: "articles" }, object: { key: "k", sequencer: "0A1", ...object } },
});

describe("readRecord", () => {
  it.each([
    ["ObjectCreated:Put", "created"],
    ["ObjectCreated:CompleteMultipartUpload", "created"],
    ["s3:ObjectCreated:Copy", "created"],
    ["ObjectRemoved:DeleteMarkerCreated", "marked-deleted"],
    ["ObjectRemoved:Delete", "version-deleted"],
    ["LifecycleExpiration:DeleteMarkerCreated", "marked-deleted"],
    ["LifecycleExpiration:Delete", "version-deleted"],
  ])("%s is %s", (name, what) => {
    expect(readRecord(record(name)).what).toBe(what);
  });

  it.each([
    ["S%C3%B8ndre+kyst/profit+%2B+loss.txt", "Søndre kyst/profit + loss.txt"],
    ["100%2525.txt", "100%25.txt"],
    ["%F0%9F%98%80.txt", "😀.txt"],
  ])("decodes the key %s once", (encoded, key) => {
    expect(readRecord(record("ObjectCreated:Put", { key: encoded })).object).toEqual({
      bucket: "articles",
      key,
    });
  });

  it.each([
    ["v1", "v1"],
    ["null", null],
    [undefined, null],
  ])("takes the version %j for %j", (versionId, expected) => {
    expect(readRecord(record("ObjectCreated:Put", { versionId })).versionId).toBe(expected);
  });

  it.each([
    ["a malformed key", record("ObjectCreated:Put", { key: "50%-off.txt" }), /malformed percent/u],
    ["half a character", record("ObjectCreated:Put", { key: "%C3.txt" }), /malformed percent/u],
    ["another event", record("ObjectTagging:Put"), /neither a creation nor a removal/u],
    ["no sequencer", record("ObjectCreated:Put", { sequencer: undefined }), /no S3 event record/u],
    ["a sequencer that is no number", record("ObjectCreated:Put", { sequencer: "new" }), /not hexadecimal/u],
    ["nothing at all", null, /no S3 event record/u],
  ])("refuses %s", (_, bad, message) => {
    expect(() => readRecord(bad)).toThrow(message);
  });
});

describe("recordsOf", () => {
  it.each([
    ['{"Records":[1,2]}', [1, 2]],
    ['{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"articles"}', []],
  ])("%s", (body, records) => {
    expect(recordsOf(body)).toEqual(records);
  });

  it.each(["", "hello", "{}", "null", "[]", '"Records"'])("refuses %j", (body) => {
    expect(() => recordsOf(body)).toThrow(/the message's body/u);
  });
});
