import { open } from "node:fs/promises";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { fileProblem } from "../file-problem.ts";
import { onOneLine } from "../presentation/display-width.ts";
import type { ArticleToDrop } from "./articles-to-drop.ts";
import type { Outcome, Outcomes } from "./outcomes.ts";
import { bar, type Progress } from "./terminal.ts";

/** An article that was put into the bucket, and what became of it. */
export interface Dropped {
  readonly article: ArticleToDrop;
  readonly outcome: Outcome | { readonly type: "Not uploaded"; readonly message: string };
}

/** Uploads under way at once. */
const uploadsAtOnce = 8;

/** Puts the articles into the bucket and waits until the bus has said what became of each; in the order given. */
export async function dropArticles(
  articles: readonly ArticleToDrop[],
  stack: { readonly s3: S3Client; readonly bucket: string; readonly idle: () => Promise<void> },
  outcomes: Outcomes,
  progress: Progress,
): Promise<Dropped[]> {
  const dropped: Dropped[] = new Array(articles.length);
  const waiting: Promise<void>[] = [];
  let done = 0;
  let uploaded = 0;
  let allUp: () => void = () => {};
  // Only when everything is in the bucket does a stack at rest mean that nothing more will come.
  const settled = new Promise<void>((resolve) => {
    allUp = resolve;
  }).then(stack.idle);
  const started = Date.now();
  const finish = (index: number, result: Dropped): void => {
    dropped[index] = result;
    done++;
    progress.line(
      `${onOneLine(result.article.name)}: ${summary(result)} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
    progress.status(bar(done, articles.length));
  };
  progress.status(bar(0, articles.length));
  let next = 0;
  const upload = async (): Promise<void> => {
    for (let index = next++; index < articles.length; index = next++) {
      const article = articles[index];
      if (article === undefined) return;
      try {
        const { VersionId } = await put(article, stack);
        uploaded++;
        waiting.push(
          outcomes
            .of({ key: article.key, revision: VersionId ?? "" }, settled)
            .then((outcome) => finish(index, { article, outcome })),
        );
      } catch (error) {
        const message = isFileError(error) ? `it ${fileProblem(error)}` : messageOf(error);
        finish(index, { article, outcome: { type: "Not uploaded", message } });
      }
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, upload));
  allUp();
  if (uploaded > 0) await Promise.all(waiting);
  progress.end();
  return dropped;
}

/** Puts a file into the bucket as it is now: it may have changed, or gone, since the command line was read. */
async function put(
  article: ArticleToDrop,
  stack: { readonly s3: S3Client; readonly bucket: string },
): Promise<{ readonly VersionId?: string | undefined }> {
  const file = await open(article.path);
  try {
    const { size } = await file.stat();
    return await stack.s3.send(
      new PutObjectCommand({
        Bucket: stack.bucket,
        Key: article.key,
        // Not further than the length that is announced, should the file grow meanwhile.
        Body: size === 0 ? "" : file.createReadStream({ start: 0, end: size - 1, autoClose: false }),
        ContentLength: size,
        ContentType: "text/plain",
      }),
    );
  } finally {
    await file.close();
  }
}

/** Whether the file system has thrown it, and not the connection. */
const isFileError = (error: unknown): boolean => error instanceof Error && "path" in error;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One line on what became of an article. */
export function summary({ outcome }: Dropped): string {
  switch (outcome.type) {
    case "Article Completed": {
      const { attributions = 0, quotes = 0, claims = 0, actors = 0 } = outcome.detail.counts ?? {};
      return `${counted(attributions, "attribution")}, ${counted(quotes, "quote")}, ${counted(claims, "claim")}, ${counted(actors, "actor")}`;
    }
    case "Article Rejected":
      return `rejected: ${outcome.detail.reason?.message ?? "for no given reason"}`;
    case "Article Deleted":
      return "deleted; its results are gone from the table";
    case "Not uploaded":
      return `cannot be put into the bucket: ${outcome.message}`;
    case "Lost":
      return "failed: no result came; the functions' logs say why, and its message is in a dead-letter queue";
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
