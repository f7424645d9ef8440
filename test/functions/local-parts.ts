import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { startBucketServer } from "#infra/local/bucket-server/bucket-server.ts";
import { eventMessage, type ObjectEvent } from "#infra/local/bucket-server/object-event.ts";
import { type LocalTable, startLocalTable } from "./local-table.ts";

/** As the stack deploys it. */
type SqsHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** What the handlers read of the Lambda context. */
export const context = {
  functionName: "test",
  functionVersion: "1",
  invokedFunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:test",
  memoryLimitInMB: "512",
  awsRequestId: "00000000-0000-4000-8000-000000000000",
  getRemainingTimeInMillis: () => 60_000,
} as Context;

/** A batch of SQS messages with these bodies; message ids are `m0`, `m1`, ... */
export const batchOf = (bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, number) => ({
    messageId: `m${number}`,
    receiptHandle: "r",
    body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "s",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-west-1:111122223333:queue",
    awsRegion: "eu-west-1",
  })),
});

/** Buckets and table on this machine, and the handlers of `segment` and `tag` over them. */
export type LocalParts = LocalTable & {
  readonly segment: SqsHandler;
  readonly tag: SqsHandler;
  put(key: string, body: string | Uint8Array): Promise<void>;
  remove(key: string, version?: string): Promise<void>;
  /** The events of the articles bucket since the last call, as message bodies. */
  articleEvents(): Promise<string[]>;
  /** The events of the segments bucket since the last call, as message bodies. */
  segmentEvents(): Promise<string[]>;
  /** Hands all events on until nothing is left to do. */
  settle(): Promise<void>;
  segmentKeys(): Promise<string[]>;
};

/** The bucket that uploads go to. */
export const articlesBucket = "articles";
const segmentsBucket = "segments";

/** Starts everything, and loads the handlers once the environment points to it. */
export async function startLocalParts(): Promise<LocalParts> {
  const local = await startLocalTable();
  const folder = await mkdtemp(join(tmpdir(), "onrecord-buckets-"));
  const events: ObjectEvent[] = [];
  const buckets = await startBucketServer({
    folder,
    port: 0,
    region: "eu-west-1",
    deliver: (event) => {
      events.push(event);
    },
  });
  buckets.ensureBucket(articlesBucket, { versioned: true });
  buckets.ensureBucket(segmentsBucket, { versioned: false });
  buckets.startDelivery();
  process.env.AWS_ENDPOINT_URL_S3 = buckets.endpoint;
  process.env.SEGMENTS_BUCKET = segmentsBucket;
  const s3 = new S3Client({});
  const [{ handler: segment }, { handler: tag }] = await Promise.all([
    import("#functions/segment/handler.ts"),
    import("#functions/tag/handler.ts"),
  ]);
  const take = async (bucket: string, kind: string): Promise<string[]> => {
    while (buckets.pendingEvents() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    const taken = events.filter((event) => event.bucket === bucket && event.name.startsWith(kind));
    for (const event of taken) events.splice(events.indexOf(event), 1);
    return taken.map((event) => eventMessage(event, "eu-west-1"));
  };
  const parts: LocalParts = {
    ...local,
    segment: segment as SqsHandler,
    tag: tag as SqsHandler,
    async put(Key, Body) {
      // Said outright: of an empty body the SDK would warn that it does not know its length.
      const ContentLength = Buffer.byteLength(Body);
      await s3.send(new PutObjectCommand({ Bucket: articlesBucket, Key, Body, ContentLength }));
    },
    async remove(Key, VersionId) {
      await s3.send(new DeleteObjectCommand({ Bucket: articlesBucket, Key, VersionId }));
    },
    articleEvents: () => take(articlesBucket, "Object"),
    segmentEvents: () => take(segmentsBucket, "ObjectCreated"),
    async settle() {
      for (;;) {
        const [articles, segments] = [await parts.articleEvents(), await parts.segmentEvents()];
        if (articles.length + segments.length === 0) return;
        await parts.segment(batchOf(articles), context);
        await parts.tag(batchOf(segments), context);
      }
    },
    async segmentKeys() {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: segmentsBucket }));
      return Contents.map(({ Key = "" }) => Key);
    },
    async close() {
      s3.destroy();
      await buckets.close();
      await local.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return parts;
}
