import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { readFixture, withStoredObjects } from "./fixture.ts";

/** The functions by their folders, with the beginning of their logical ids. */
const logicalIds = {
  segment: "SegmentFunction",
  tag: "TagFunction",
  publish: "PublishFunction",
  api: "ApiFunction",
} as const;
export type FunctionName = keyof typeof logicalIds;
export const functionNames = Object.keys(logicalIds) as FunctionName[];

/** What must have run before, for a function to find what it reads; each with the fixture of the same article. */
const before: Record<FunctionName, readonly { readonly name: FunctionName; readonly fixture: string }[]> = {
  segment: [],
  tag: [{ name: "segment", fixture: "segment-created-plain" }],
  publish: [],
  api: [
    { name: "segment", fixture: "segment-created-plain" },
    { name: "tag", fixture: "tag-created" },
  ],
};

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Invokes a function of a local stack with an event, after bringing about what the event speaks of: the articles
 * that it says were uploaded (those of `test/articles/` with the same file name), and what the functions before
 * it would have stored. `say` is told of each step in one line.
 *
 * @returns what the handler gave
 * @throws Error with the handler's own message where it failed
 */
export async function invokeFixture(
  stack: LocalStack,
  name: FunctionName,
  event: unknown,
  say: (line: string) => void,
): Promise<unknown> {
  for (const step of before[name]) {
    const path = `events/${step.fixture}.json`;
    say(`first ${step.name} with ${path}`);
    await invoke(stack, step.name, await readFixture(file(path), path), say);
  }
  return invoke(stack, name, event, say);
}

async function invoke(
  stack: LocalStack,
  name: FunctionName,
  event: unknown,
  say: (line: string) => void,
): Promise<unknown> {
  const { AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = stack.environment;
  const s3 = new S3Client({
    endpoint: stack.endpoints.s3,
    region: AWS_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  });
  try {
    const real = await withStoredObjects(event, async ({ bucket, key }) => {
      if (bucket !== stack.outputs.ArticlesBucket) return undefined;
      const article = `test/articles/${basename(key)}`;
      const body = await readFile(file(article)).catch(() => undefined);
      if (body === undefined) return undefined;
      const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
      say(`put ${article} into ${bucket} as ${key}`);
      return VersionId;
    });
    const result = await stack.invoke(logicalIds[name], real);
    if (!result.ok)
      throw new Error(`${name} failed: ${result.error.errorType}: ${result.error.errorMessage}`);
    return result.value;
  } finally {
    s3.destroy();
  }
}
