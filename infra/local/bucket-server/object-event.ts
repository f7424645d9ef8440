/** A change of a bucket, before it is written down as S3 notifies it. */
export interface ObjectEvent {
  readonly bucket: string;
  /** The key itself, not encoded. */
  readonly key: string;
  /** Without the `s3:` prefix, as it stands in a record. */
  readonly name:
    | "ObjectCreated:Put"
    | "ObjectCreated:Copy"
    | "ObjectCreated:CompleteMultipartUpload"
    | "ObjectRemoved:Delete"
    | "ObjectRemoved:DeleteMarkerCreated";
  /** ISO 8601 with milliseconds. */
  readonly time: string;
  readonly sequencer: string;
  /** Absent in a bucket without versioning. */
  readonly version?: string;
  /** Bytes; only of created objects. */
  readonly size?: number;
  /** Without quotes; only of created objects. */
  readonly etag?: string;
}

/** A key as S3 puts it into an event: form-encoded UTF-8 (`+` for a space), slashes left as they are. */
const encodeEventKey = (key: string): string =>
  encodeURIComponent(key)
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/")
    .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The event message of structure 2.1, as S3 delivers it to a queue: one record a message. */
export function eventMessage(event: ObjectEvent, region: string): string {
  return JSON.stringify({
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: region,
        eventTime: event.time,
        eventName: event.name,
        userIdentity: { principalId: "AWS:LOCAL" },
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: { "x-amz-request-id": event.sequencer, "x-amz-id-2": event.sequencer },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "local",
          bucket: {
            name: event.bucket,
            ownerIdentity: { principalId: "LOCAL" },
            arn: `arn:aws:s3:::${event.bucket}`,
          },
          object: {
            key: encodeEventKey(event.key),
            size: event.size,
            eTag: event.etag,
            versionId: event.version,
            sequencer: event.sequencer,
          },
        },
      },
    ],
  });
}

/** Whether an event falls under one that a notification configuration names (`s3:ObjectCreated:*`, say). */
export function matchesEventType(event: ObjectEvent, type: string): boolean {
  const wanted = type.replace(/^s3:/, "");
  return wanted.endsWith("*") ? event.name.startsWith(wanted.slice(0, -1)) : event.name === wanted;
}
