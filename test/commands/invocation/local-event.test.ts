import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type EventBucket, localEvent, type ObjectChange } from "#commands/invocation/local-event.ts";

const record = (
  eventName: string,
  key: string,
  { bucket = "onrecord-articles", versionId = "invented", sequencer = "0069A1" } = {},
) => ({ eventName, s3: { bucket: { name: bucket }, object: { key, versionId, sequencer } } });
const message = (...records: readonly object[]) => ({
  eventSource: "aws:sqs",
  body: JSON.stringify({ Records: records }),
});

/** A bucket whose versions are numbered, and whose sequencers are 0B01, 0B02, and so on. */
function numberedBucket(): EventBucket & { readonly changes: ObjectChange[] } {
  const changes: ObjectChange[] = [];
  let sequence = 0xb00;
  return {
    name: "onrecord-articles",
    changes,
    bringAbout: async (change) => `v${changes.push(change)}`,
    nextSequencer: async () => `0${(++sequence).toString(16).toUpperCase()}`,
  };
}

type Sent = { readonly Records: readonly { readonly body: string; readonly md5OfBody: string }[] };
const objectsOf = (event: unknown) =>
  (event as Sent).Records.flatMap(({ body }) =>
    (JSON.parse(body) as { Records: ReturnType<typeof record>[] }).Records.map(({ s3 }) => s3.object),
  );

describe("an event as it would have come from this machine", () => {
  it("tells each upload once, under its decoded key, with its version and a true digest", async () => {
    const bucket = numberedBucket();
    const one = message(record("ObjectCreated:Put", "a+b/%2B.txt"));
    const event = await localEvent({ Records: [one, { ...one }] }, bucket, new Map());
    expect(bucket.changes).toEqual([{ bucket: "onrecord-articles", key: "a b/+.txt", is: "created" }]);
    const told = { key: "a+b/%2B.txt", versionId: "v1", sequencer: "000B01" };
    expect(objectsOf(event)).toEqual([told, told]);
    for (const { body, md5OfBody } of (event as Sent).Records) {
      expect(md5OfBody).toBe(createHash("md5").update(body).digest("hex"));
    }
  });

  it("brings changes about in their order, which is not that of the messages, and keeps zeros as they are", async () => {
    const bucket = numberedBucket();
    const newer = record("ObjectRemoved:DeleteMarkerCreated", "a.txt", {
      versionId: "x",
      sequencer: "0069A2",
    });
    const older = record("ObjectCreated:Put", "a.txt", { versionId: "y", sequencer: "69A1" });
    const event = await localEvent({ Records: [message(newer), message(older)] }, bucket, new Map());
    expect(bucket.changes.map(({ is }) => is)).toEqual(["created", "marked-deleted"]);
    expect(objectsOf(event)).toEqual([
      { key: "a.txt", versionId: "v2", sequencer: "000B02" },
      { key: "a.txt", versionId: "v1", sequencer: "B01" },
    ]);
  });

  it("follows keys that are made from a sequencer, over several events", async () => {
    const sequencers = new Map<string, string>();
    const bucket = numberedBucket();
    await localEvent({ Records: [message(record("ObjectCreated:Put", "a.txt"))] }, bucket, sequencers);
    const stored = (key: string) => record("ObjectCreated:Put", key, { bucket: "onrecord-segments" });
    const event = await localEvent(
      { Records: [message(stored("ab12/04.69A1.json"), stored("ab12/04.69A7.json"))] },
      bucket,
      sequencers,
    );
    expect(objectsOf(event).map(({ key }) => key)).toEqual(["ab12/03.B01.json", "ab12/04.69A7.json"]);
    expect(objectsOf(event).map(({ versionId }) => versionId)).toEqual(["invented", "invented"]);
    expect(bucket.changes).toHaveLength(1);
  });

  it("keeps the version where nothing was brought about", async () => {
    const bucket = { ...numberedBucket(), bringAbout: async () => undefined };
    const event = await localEvent(
      { Records: [message(record("ObjectRemoved:Delete", "a.txt"))] },
      bucket,
      new Map(),
    );
    expect(objectsOf(event)).toEqual([{ key: "a.txt", versionId: "invented", sequencer: "000B01" }]);
  });

  it.each([
    ["an event of another service", { version: "2.0" }],
    ["no object", null],
    ["a body that is not JSON", { Records: [{ eventSource: "aws:sqs", body: "not JSON" }] }],
    ["S3's test event", { Records: [{ eventSource: "aws:sqs", body: '{"Event":"s3:TestEvent"}' }] }],
  ])("is left as it is: %s", async (_, event) => {
    expect(await localEvent(structuredClone(event), numberedBucket(), new Map())).toEqual(event);
  });

  it("leaves a key that cannot be decoded as it is", async () => {
    const broken = record("ObjectCreated:Put", "50%-off.txt");
    const event = await localEvent({ Records: [message(broken)] }, numberedBucket(), new Map());
    expect(objectsOf(event)).toEqual([broken.s3.object]);
  });
});
