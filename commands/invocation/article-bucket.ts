import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  DeleteObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { LocalStack } from "#infra/local/local-stack.ts";
import type { EventBucket, ObjectChange } from "./local-event.ts";

/** The articles that are put for the fixtures. */
const articles = "test/articles";

/** The articles bucket of a local stack, until it is closed. */
export interface ArticleBucket extends EventBucket {
  close(): void;
}

/**
 * Opens the articles bucket to make true what events tell of articles in `test/articles/` (those with the same
 * file name): they are put, and deleted. Other objects are left alone; an event of one gets the version that is
 * there. `say` is told of each change in one line.
 */
export function openArticleBucket(
  stack: Pick<LocalStack, "endpoints" | "environment" | "outputs">,
  say: (line: string) => void,
): ArticleBucket {
  const { AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = stack.environment;
  const name = stack.outputs.ArticlesBucket ?? "";
  const s3 = new S3Client({
    endpoint: stack.endpoints.s3,
    region: AWS_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  });

  async function bringAbout({ key, is }: ObjectChange): Promise<string | undefined> {
    if (is === "version-deleted") return undefined;
    const object = { Bucket: name, Key: key };
    const article = `${articles}/${basename(key)}`;
    const Body = await readFile(new URL(`../../${article}`, import.meta.url)).catch(() => undefined);
    if (Body === undefined) {
      const shown = await s3.send(new HeadObjectCommand(object)).catch(() => undefined);
      return is === "created" ? shown?.VersionId : undefined;
    }
    if (is === "created") {
      const { VersionId } = await s3.send(new PutObjectCommand({ ...object, Body }));
      say(`put ${article} into ${name} as ${key}`);
      return VersionId;
    }
    const { VersionId } = await s3.send(new DeleteObjectCommand(object));
    say(`deleted ${key} from ${name}`);
    return VersionId;
  }

  return {
    name,
    bringAbout,
    async nextSequencer() {
      // The local bucket server takes the ids of requests and the sequencers of events from one sequence.
      const { $metadata } = await s3.send(new HeadBucketCommand({ Bucket: name }));
      return $metadata.requestId ?? "";
    },
    close: () => s3.destroy(),
  };
}
