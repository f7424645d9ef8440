import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import type { ArticleId } from "../store/article-id.ts";

/** An article's object as the bucket holds it. */
export type ArticleObject = {
  /** `null` without versions. */
  readonly versionId: string | null;
  /** Last-Modified, ISO 8601. */
  readonly uploaded: string;
  /** As the upload declares it ("text/plain; charset=windows-1252"); `null` where it says nothing. */
  readonly type: string | null;
  /** In bytes. */
  readonly size: number;
  /** Its bytes; `null` where it reaches the limit given, and none were read. */
  readonly bytes: Uint8Array | null;
};

const headersSchema = z.object({
  ContentLength: z.number(),
  ContentType: z.string().optional(),
  LastModified: z.date(),
  VersionId: z.string().optional(),
});

/**
 * Reads one version of an object, or the newest (`versionId` null). `null` where there is none: deleted, or
 * hidden behind a delete marker.
 */
export async function readArticleObject(
  client: S3Client,
  article: ArticleId,
  versionId: string | null,
  maximumBytes: number,
): Promise<ArticleObject | null> {
  try {
    const answer = await client.send(
      new GetObjectCommand({
        Bucket: article.bucket,
        Key: article.key,
        ...(versionId === null ? {} : { VersionId: versionId }),
      }),
    );
    const headers = headersSchema.parse(answer);
    const tooLarge = headers.ContentLength >= maximumBytes;
    // An unread body holds its connection until it is let go.
    if (tooLarge) (answer.Body as { destroy?: () => void } | undefined)?.destroy?.();
    return {
      versionId: headers.VersionId === undefined || headers.VersionId === "null" ? null : headers.VersionId,
      uploaded: headers.LastModified.toISOString(),
      type: headers.ContentType ?? null,
      size: headers.ContentLength,
      bytes: tooLarge ? null : ((await answer.Body?.transformToByteArray()) ?? new Uint8Array()),
    };
  } catch (error) {
    if (error instanceof Error && ["NoSuchKey", "NoSuchVersion", "NotFound"].includes(error.name))
      return null;
    throw error;
  }
}
