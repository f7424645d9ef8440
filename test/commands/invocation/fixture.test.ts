import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFixture, withStoredObjects } from "#commands/invocation/fixture.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-fixture-"));
  await writeFile(join(folder, "note.json"), "not JSON");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ["missing.json", /^missing\.json: there is no such file; the fixtures are in events\/$/u],
  [".", /^\.: is a folder; name one of the files in it$/u],
  ["note.json", /^note\.json: is not JSON \(.+\); an event is one JSON value$/u],
])("%s is refused in one line", async (name, message) => {
  await expect(readFixture(join(folder, name), name)).rejects.toThrow(message);
});

describe("withStoredObjects", () => {
  const record = (eventName: string, key: string) => ({
    eventName,
    s3: { bucket: { name: "onrecord-articles" }, object: { key, versionId: "invented" } },
  });
  const message = (body: unknown) => ({
    eventSource: "aws:sqs",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const versionsOf = (event: unknown) =>
    (event as { Records: { body: string }[] }).Records.map(({ body }) => body)
      .join()
      .match(/invented|stored/gu);

  it("stores each upload once, under its decoded key, and names its version", async () => {
    const stored: string[] = [];
    const body = { Records: [record("ObjectCreated:Put", "a+b/%2B.txt")] };
    const event = await withStoredObjects({ Records: [message(body), message(body)] }, async ({ key }) => {
      stored.push(key);
      return "stored";
    });
    expect(stored).toEqual(["a b/+.txt"]);
    expect(versionsOf(event)).toEqual(["stored", "stored"]);
    const [first] = (event as { Records: { body: string; md5OfBody: string }[] }).Records;
    expect(first?.md5OfBody).toBe(
      createHash("md5")
        .update(first?.body ?? "")
        .digest("hex"),
    );
  });

  it.each([
    ["a removal", { Records: [record("ObjectRemoved:Delete", "a.txt")] }],
    ["a key that cannot be decoded", { Records: [record("ObjectCreated:Put", "50%-off.txt")] }],
  ])("leaves %s as it is", async (_, body) => {
    const event = await withStoredObjects({ Records: [message(body)] }, async () => "stored");
    expect(versionsOf(event)).toEqual(["invented"]);
  });

  it.each([[{ version: "2.0" }], [{ Records: [message("not JSON")] }], [null]])(
    "hands on %j",
    async (event) => {
      expect(await withStoredObjects(event, async () => "stored")).toEqual(event);
    },
  );
});
