import { expect, it } from "vitest";
import { parseCopySource } from "#infra/local/bucket-server/s3-request.ts";

it.each([
  ["a path", "articles/a.txt", { bucket: "articles", key: "a.txt", version: undefined }],
  [
    "a slash before it",
    "/articles/2026/a.txt",
    { bucket: "articles", key: "2026/a.txt", version: undefined },
  ],
  ["escapes", "articles/a%3Fb%20c.txt", { bucket: "articles", key: "a?b c.txt", version: undefined }],
  ["a version", "articles/a.txt?versionId=V1", { bucket: "articles", key: "a.txt", version: "V1" }],
])("copies from %s", (_, header, expected) => {
  expect(parseCopySource(header)).toEqual(expected);
});

it.each(["", "articles", "/articles", "//a.txt"])("refuses %j", (header) => {
  expect(() => parseCopySource(header)).toThrow("Copy Source");
});
