import { matchesEventType, type ObjectEvent } from "./bucket-server/object-event.ts";

/** Which events of a bucket go to which queue: NotificationConfiguration of Custom::S3BucketNotifications. */
export interface BucketNotification {
  readonly bucket: string;
  /** `s3:ObjectCreated:*`, … */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly queue: string;
}

interface QueueConfiguration {
  readonly Events: readonly string[];
  readonly QueueArn: string;
  readonly Filter?: { readonly Key?: { readonly FilterRules?: readonly { Name: string; Value: string }[] } };
}

/**
 * Reads a notification configuration with its references worked out.
 *
 * @throws Error on a destination other than a queue
 */
export function readNotifications(properties: Readonly<Record<string, unknown>>): BucketNotification[] {
  const bucket = String(properties.BucketName);
  const configuration = (properties.NotificationConfiguration ?? {}) as Record<string, unknown>;
  for (const kind of ["TopicConfigurations", "LambdaFunctionConfigurations", "EventBridgeConfiguration"]) {
    if (configuration[kind] !== undefined) {
      throw new Error(`The bucket ${bucket} notifies through ${kind}; the local stack knows queues only.`);
    }
  }
  return ((configuration.QueueConfigurations ?? []) as QueueConfiguration[]).map((one) => {
    const rule = (name: string) =>
      one.Filter?.Key?.FilterRules?.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? "";
    return {
      bucket,
      events: one.Events,
      prefix: rule("prefix"),
      suffix: rule("suffix"),
      queue: one.QueueArn.slice(one.QueueArn.lastIndexOf(":") + 1),
    };
  });
}

/** Whether a notification is for an event. */
export const wants = (notification: BucketNotification, event: ObjectEvent): boolean =>
  notification.bucket === event.bucket &&
  notification.events.some((type) => matchesEventType(event, type)) &&
  event.key.startsWith(notification.prefix) &&
  event.key.endsWith(notification.suffix);
