import { parentPort, Worker, workerData } from "node:worker_threads";
import type { ArticleParts } from "#extraction/formats/article-parts.ts";
import { type Accepted, rejected } from "#extraction/rejection.ts";

/**
 * What reading one PDF may take: milliseconds, and MB of memory. The 300 pages that are read at most take a tenth of both; but a
 * file of two kilobytes can draw one form a billion times, or unpack in ways that nobody can foresee without reading it.
 */
export const pdfLimits = { milliseconds: 20_000, megabytes: 600 } as const;

/** Milliseconds between two looks at the memory that the reader takes. */
const betweenLooks = 50;

/** By this a thread knows that it is here to read a PDF: all threads of a bundle begin with the same file. */
const task = "onrecord: read a PDF";

const isTask = (data: unknown): data is { task: typeof task; bytes: Uint8Array } =>
  typeof data === "object" && data !== null && "task" in data && data.task === task;

/**
 * Reads a PDF as `readPdf` does, in a thread of its own that is ended where it takes too much: that is a rejection and, unlike all
 * others, depends on the machine; no sound article comes near it.
 *
 * @throws Error where the thread cannot be started
 */
export async function readPdfApart(
  bytes: Uint8Array,
  { milliseconds, megabytes }: { milliseconds: number; megabytes: number } = pdfLimits,
): Promise<Accepted<ArticleParts>> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task, bytes: new Uint8Array(bytes) },
    // What the thread keeps in arrays of bytes is not in this limit: see `exceeds`.
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 },
  });
  const tooMuch = (what: string): Accepted<never> =>
    rejected("too-large", `is a PDF that takes more than ${what} to read; save its text`);
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error) => {
        if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch(`${megabytes} MB`));
        else reject(error);
      });
      worker.once("exit", () => reject(new Error("the thread that reads a PDF ended without a word")));
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

if (isTask(workerData)) {
  // Loaded here only: the function that starts the thread has no use for the reader.
  const { readPdf } = await import("#extraction/formats/read-pdf.ts");
  parentPort?.postMessage(await readPdf(workerData.bytes));
}
