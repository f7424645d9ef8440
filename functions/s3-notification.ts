import { z } from "zod";
import type { ArticleId } from "./store/article-id.ts";
import { sortableSequencer } from "./store/sequencer.ts";

/**
 * What is read of an S3 event notification, and no more: fields come and go between its versions, and a
 * removal has neither size nor eTag.
 */
const recordSchema = z.object({
  eventName: z.string(),
  eventTime: z.iso.datetime(),
  s3: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({
      key: z.string().min(1),
      versionId: z.string().optional(),
      sequencer: z.string(),
    }),
  }),
});

const bodySchema = z.object({ Records: z.array(z.unknown()) });
const testEventSchema = z.object({ Event: z.literal("s3:TestEvent") });

/** What happened to an object. */
export type ObjectEvent = {
  readonly object: ArticleId;
  /**
   * `created`; `marked-deleted`: a delete marker or, without versions, nothing is there now;
   * `version-deleted`: one version is gone, and another may be there now.
   */
  readonly what: "created" | "marked-deleted" | "version-deleted";
  /** `null` where the bucket has no versions. */
  readonly versionId: string | null;
  /** Sortable form. */
  readonly sequencer: string;
  /** ISO 8601. */
  readonly time: string;
};

/** The message that S3 sends when notifications are set up; there is nothing in it to do. */
const isTestEvent = (body: unknown): boolean => testEventSchema.safeParse(body).success;

/**
 * The records in the body of an SQS message from S3, each still to be read with `readRecord`, so that a bad
 * one costs no good one. Empty for S3's test event.
 * @throws Error where the body is not JSON or not an S3 event: such a message can only be parked.
 */
export function recordsOf(body: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    throw new Error("the message's body is not JSON, so it cannot be from S3");
  }
  if (isTestEvent(content)) return [];
  const event = bodySchema.safeParse(content);
  if (!event.success) throw new Error("the message's body has no Records, so it is no S3 event");
  return event.data.Records;
}

/**
 * Reads one record; its key is decoded here, and nowhere else.
 * @throws Error on a record of another kind, a key with a malformed `%`, or without a usable sequencer.
 */
export function readRecord(record: unknown): ObjectEvent {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) {
    throw new Error(`the record is no S3 event record: ${z.prettifyError(parsed.error)}`);
  }
  const { eventName, eventTime, s3 } = parsed.data;
  const { versionId } = s3.object;
  return {
    object: { bucket: s3.bucket.name, key: decodeKey(s3.object.key) },
    what: whatHappened(eventName),
    // "null" is the version of objects put while versions were off; it is overwritten in place.
    versionId: versionId === undefined || versionId === "null" ? null : versionId,
    sequencer: sortableSequencer(s3.object.sequencer),
    time: eventTime,
  };
}

/** Undoes the form encoding of a key: `+` is a space, `%XX` bytes of UTF-8. */
function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    throw new Error(`the key "${encoded}" has a malformed percent sequence, so its object cannot be known`);
  }
}

/** Event names with and without the prefix `s3:`; lifecycle rules delete under a name of their own. */
function whatHappened(eventName: string): ObjectEvent["what"] {
  if (/^(?:s3:)?ObjectCreated:/u.test(eventName)) return "created";
  if (/^(?:s3:)?(?:ObjectRemoved|LifecycleExpiration):DeleteMarkerCreated$/u.test(eventName)) {
    return "marked-deleted";
  }
  if (/^(?:s3:)?(?:ObjectRemoved|LifecycleExpiration):Delete$/u.test(eventName)) return "version-deleted";
  throw new Error(`the event ${eventName} is neither a creation nor a removal`);
}
