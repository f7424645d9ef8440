import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";

const sqsEventSchema = z.looseObject({
  Records: z.array(z.looseObject({ eventSource: z.literal("aws:sqs"), body: z.string() })),
});

const s3RecordSchema = z.looseObject({
  eventName: z.string(),
  s3: z.looseObject({
    bucket: z.looseObject({ name: z.string() }),
    object: z.looseObject({ key: z.string(), versionId: z.string().optional() }),
  }),
});
type S3Record = z.infer<typeof s3RecordSchema>;
const notificationSchema = z.looseObject({ Records: z.array(s3RecordSchema) });

/**
 * Reads an event from a file.
 *
 * @throws Error with one line for the user where it is missing, a folder, or not JSON
 */
export async function readFixture(path: string, name: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reasons: Record<string, string> = {
      ENOENT: "there is no such file; the fixtures are in events/",
      EISDIR: "is a folder; name one of the files in it",
      EACCES: "may not be read; check its permissions",
    };
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new Error(`${name}: ${reasons[code] ?? message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: is not JSON (${(error as Error).message}); an event is one JSON value`);
  }
}

/** An object that an event says was created. */
export interface CreatedObject {
  readonly bucket: string;
  /** Decoded. */
  readonly key: string;
}

/**
 * The event as it would have come from this machine: `store` is asked for each object that it says was created,
 * and the version id that it gives takes the place of the invented one. Other events are left as they are, and
 * so is what no notification can be read from: that is what the awkward fixtures are for.
 */
export async function withStoredObjects(
  event: unknown,
  store: (object: CreatedObject) => Promise<string | undefined>,
): Promise<unknown> {
  const parsed = sqsEventSchema.safeParse(event);
  if (!parsed.success) return event;
  const versions = new Map<string, Promise<string | undefined>>();
  const versionOf = (record: S3Record, created: CreatedObject) => {
    // Two notifications of one upload are of one version.
    const upload = JSON.stringify([created, record.s3.object.versionId]);
    const version = versions.get(upload) ?? store(created);
    versions.set(upload, version);
    return version;
  };
  for (const message of parsed.data.Records) {
    const notification = notificationOf(message.body);
    if (notification === undefined) continue;
    for (const record of notification.Records) {
      const created = createdObject(record);
      const version = created === undefined ? undefined : await versionOf(record, created);
      if (version !== undefined) record.s3.object.versionId = version;
    }
    message.body = JSON.stringify(notification);
    message.md5OfBody = createHash("md5").update(message.body).digest("hex");
  }
  return parsed.data;
}

function notificationOf(body: string): z.infer<typeof notificationSchema> | undefined {
  try {
    return notificationSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function createdObject({ eventName, s3 }: S3Record): CreatedObject | undefined {
  if (!eventName.startsWith("ObjectCreated:")) return undefined;
  try {
    return { bucket: s3.bucket.name, key: decodeURIComponent(s3.object.key.replaceAll("+", " ")) };
  } catch {
    return undefined;
  }
}
