import { parentPort, Worker, workerData } from "node:worker_threads";
import type { ArticleFile } from "#extraction/formats/article-file.ts";
import { readArticle } from "#extraction/formats/read-article.ts";
import { formatOfBytes } from "#extraction/formats/recognise.ts";
import { type Accepted, rejected } from "#extraction/rejection.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";

/**
 * What reading one file may take: milliseconds, and MB of memory. A PDF of 300 full pages takes a tenth of both; but one of two
 * kilobytes can draw a form a billion times, and parsers of markup and mail have inputs that take time with their square.
 */
export const readingLimits = { milliseconds: 20_000, megabytes: 600 } as const;
/** Bounds of {@link readingLimits}' kind. */
export type ReadingLimits = { readonly milliseconds: number; readonly megabytes: number };

/** Bytes up to which no file in text takes long, whatever stands in it: elements or mails nested in each other are the worst, some seconds at most. */
const harmless = 200_000;

/** Milliseconds between two looks at the memory that the thread takes. */
const betweenLooks = 50;

/** By this a thread knows that it is here to read a file: all threads of a bundle begin with the same module. */
const task = "onrecord: read an article";
type Task = { readonly task: typeof task; readonly file: ArticleFile };

const isTask = (data: unknown): data is Task =>
  typeof data === "object" && data !== null && "task" in data && data.task === task;

/** Whether a file is read in a thread of its own: a large one, one that unpacks to a large one, and every PDF. */
export function isReadApart(bytes: Uint8Array): boolean {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const format = formatOfBytes(bytes);
  return bytes.length > harmless || isGzip || format === "pdf" || format === "zip";
}

/**
 * Reads a file as `readArticle` does; where that may take long, in a thread of its own, which is ended where it takes too much. Such
 * a rejection, unlike all others, depends on the machine; no sound article comes near it.
 *
 * @throws Error where the thread cannot be started
 */
export async function readArticleApart(
  file: ArticleFile,
  { milliseconds, megabytes }: ReadingLimits = readingLimits,
): Promise<Accepted<SegmentedArticle>> {
  if (!isReadApart(file.bytes)) return readArticle(file);
  const data: Task = { task, file: { ...file, bytes: new Uint8Array(file.bytes) } };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: data,
    // What the thread keeps in arrays of bytes is not in this limit: see `exceeds`. A small young generation: with a larger one a
    // burst of allocations can end the whole process.
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 },
  });
  const tooMuch = (what: string): Accepted<never> =>
    rejected("too-large", `takes more than ${what} to read; save its text, or split it into articles`);
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error) => {
        if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch(`${megabytes} MB`));
        else reject(error);
      });
      worker.once("exit", () => reject(new Error("the thread that reads a file ended without a word")));
      timers.push(
        setTimeout(() => resolve(tooMuch(`${milliseconds / 1_000} seconds`)), milliseconds),
        setInterval(async () => {
          if (await exceeds(worker, megabytes)) resolve(tooMuch(`${megabytes} MB`));
        }, betweenLooks),
      );
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await worker.terminate();
  }
}

/** Whether a thread has more memory than so much, outside of the heap included. Answered while the thread is at work. */
async function exceeds(worker: Worker, megabytes: number): Promise<boolean> {
  try {
    const { used_heap_size, external_memory } = await worker.getHeapStatistics();
    return used_heap_size + external_memory > megabytes * 1e6;
  } catch {
    // It has not begun, or ended: another event tells of it.
    return false;
  }
}

if (isTask(workerData)) parentPort?.postMessage(await readArticle(workerData.file));
