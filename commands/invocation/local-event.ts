import { createHash } from "node:crypto";
import { z } from "zod";
import { sortableSequencer } from "#functions/store/sequencer.ts";

const sqsEventSchema = z.looseObject({
  Records: z.array(z.looseObject({ eventSource: z.literal("aws:sqs"), body: z.string() })),
});

const s3RecordSchema = z.looseObject({
  eventName: z.string(),
  s3: z.looseObject({
    bucket: z.looseObject({ name: z.string() }),
    object: z.looseObject({
      key: z.string(),
      versionId: z.string().optional(),
      sequencer: z.string().regex(/^[0-9a-f]+$/iu),
    }),
  }),
});
type S3Record = z.infer<typeof s3RecordSchema>;
const notificationSchema = z.looseObject({ Records: z.array(s3RecordSchema) });

/** A change of an object that an event tells of. */
export interface ObjectChange {
  readonly bucket: string;
  /** Decoded. */
  readonly key: string;
  readonly is: "created" | "marked-deleted" | "version-deleted";
}

/** The bucket that events are made true in. */
export interface EventBucket {
  readonly name: string;
  /** Makes a change happen. @returns the version that it led to; `undefined` leaves the event's own */
  bringAbout(change: ObjectChange): Promise<string | undefined>;
  /** A sequencer (hexadecimal) greater than that of every change so far, and less than all to come. */
  nextSequencer(): Promise<string>;
}

/** The invented sequencers of the events so far and those that took their places, in the sortable form. */
export type Sequencers = Map<string, string>;

/**
 * The event as it would have come from this machine. The changes of the bucket that it tells of are brought
 * about; their versions take the places of the invented ones, and sequencers of this machine those of the
 * invented ones, in the same order: an invented one may be greater than all that are to come, and every real
 * upload of that key would count as old from then on. Keys made from a sequencer follow. Other events are left
 * as they are, and so is what no notification can be read from: that is what the awkward fixtures are for.
 */
export async function localEvent(
  event: unknown,
  bucket: EventBucket,
  sequencers: Sequencers,
): Promise<unknown> {
  const parsed = sqsEventSchema.safeParse(event);
  if (!parsed.success) return event;
  const messages = parsed.data.Records.flatMap((message) => {
    const notification = notificationOf(message.body);
    return notification === undefined ? [] : [{ message, notification }];
  });
  const told = messages.flatMap(({ notification }) =>
    notification.Records.flatMap((record) => {
      const change = changeOf(record);
      return change === undefined ? [] : [{ object: record.s3.object, change }];
    }),
  );
  const sequence = ({ object }: (typeof told)[number]) => sortableSequencer(object.sequencer);
  // In the order in which they happened, which is not always that in which they are told.
  const changes = told
    .filter(({ change }) => change.bucket === bucket.name)
    .sort((one, other) => (sequence(one) < sequence(other) ? -1 : 1));

  const versions = new Map<string, string | undefined>();
  for (const { object, change } of changes) {
    // Two notifications of one upload are of one version.
    const id = JSON.stringify([change, object.versionId]);
    if (!versions.has(id)) versions.set(id, await bucket.bringAbout(change));
    object.versionId = versions.get(id) ?? object.versionId;
  }

  for (const one of new Set(changes.map(sequence)))
    sequencers.set(one, sortableSequencer(await bucket.nextSequencer()));
  for (const { object } of changes) object.sequencer = replaced(object.sequencer, sequencers);
  for (const { object } of told) {
    object.key = object.key.replace(/\d\d\.[0-9A-F]+(?=\.json$)/u, (one) => sequencers.get(one) ?? one);
  }

  for (const { message, notification } of messages) {
    message.body = JSON.stringify(notification);
    message.md5OfBody = createHash("md5").update(message.body).digest("hex");
  }
  return parsed.data;
}

/** The sequencer that takes the place of an invented one; with leading zeros, or without, as that one. */
function replaced(invented: string, sequencers: Sequencers): string {
  const digits = sequencers.get(sortableSequencer(invented))?.replace(/^\d+\./u, "") ?? invented;
  return invented.startsWith("0") ? digits.padStart(invented.length, "0") : digits;
}

function notificationOf(body: string): z.infer<typeof notificationSchema> | undefined {
  try {
    return notificationSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

const kinds: readonly (readonly [RegExp, ObjectChange["is"]])[] = [
  [/^ObjectCreated:/u, "created"],
  [/^ObjectRemoved:DeleteMarkerCreated$/u, "marked-deleted"],
  [/^ObjectRemoved:Delete$/u, "version-deleted"],
];

function changeOf({ eventName, s3 }: S3Record): ObjectChange | undefined {
  const is = kinds.find(([pattern]) => pattern.test(eventName))?.[1];
  if (is === undefined) return undefined;
  try {
    return { bucket: s3.bucket.name, key: decodeURIComponent(s3.object.key.replaceAll("+", " ")), is };
  } catch {
    return undefined;
  }
}
