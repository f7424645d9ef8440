import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { type ArticleId, articleHash } from "../store/article-id.ts";
import { type Envelope, envelopeSchema } from "./envelope.ts";

/** The bucket of segmented articles. */
export type SegmentsBucket = { readonly client: S3Client; readonly name: string };

/** DeleteObjects takes so many keys. */
const deleteSize = 1_000;

/**
 * Where the segmented article of an upload is: `HASH/SEQUENCER.json`. Keys of one article stand in the order
 * of its uploads, and no key is too long, however long the article's own is.
 */
export const segmentsKey = (article: ArticleId, sequencer: string): string =>
  `${articleHash(article)}/${sequencer}.json`;

/** Stores a segmented article; once more, the same bytes under the same key. Returns the key. */
export async function putSegments(bucket: SegmentsBucket, envelope: Envelope): Promise<string> {
  const { article, segmented } = envelope;
  const key = segmentsKey(article, article.sequencer);
  await bucket.client.send(
    new PutObjectCommand({
      Bucket: bucket.name,
      Key: key,
      Body: JSON.stringify({ article, segmented }),
      ContentType: "application/json",
    }),
  );
  return key;
}

/** The segmented article under a key; `null` where there is none any more. @throws ZodError on other content. */
export async function getSegments(bucket: SegmentsBucket, key: string): Promise<Envelope | null> {
  try {
    const answer = await bucket.client.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
    return envelopeSchema.parse(JSON.parse((await answer.Body?.transformToString("utf-8")) ?? ""));
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchKey") return null;
    throw error;
  }
}

/** Deletes an article's segmented uploads older than `sequencer`; with `inclusive`, that one too. */
export async function removeSegments(
  bucket: SegmentsBucket,
  article: ArticleId,
  sequencer: string,
  { inclusive }: { inclusive: boolean },
): Promise<void> {
  const bound = segmentsKey(article, sequencer);
  const old: string[] = [];
  const pages = paginateListObjectsV2(
    { client: bucket.client },
    { Bucket: bucket.name, Prefix: `${articleHash(article)}/` },
  );
  for await (const page of pages) {
    for (const { Key } of page.Contents ?? []) {
      if (Key !== undefined && (Key < bound || (inclusive && Key === bound))) old.push(Key);
    }
  }
  for (let start = 0; start < old.length; start += deleteSize) {
    const answer = await bucket.client.send(
      new DeleteObjectsCommand({
        Bucket: bucket.name,
        Delete: { Objects: old.slice(start, start + deleteSize).map((Key) => ({ Key })), Quiet: true },
      }),
    );
    const failed = answer.Errors?.[0];
    if (failed !== undefined) throw new Error(`cannot delete ${failed.Key}: ${failed.Message}`);
  }
}
