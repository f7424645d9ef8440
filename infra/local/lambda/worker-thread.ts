import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import type { FunctionError, InvokeMessage, ResultMessage, WorkerSettings } from "./messages.ts";

/** What came of an invocation. */
export type InvocationResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: FunctionError };

/** One warm container: it runs one invocation at a time. */
export interface WorkerThread {
  /** `hear` is told of each line that is written until the invocation ends. */
  invoke(message: InvokeMessage, hear?: (line: string) => void): Promise<InvocationResult>;
  /** Whether it has ended and cannot be used again. */
  readonly ended: boolean;
  end(): Promise<void>;
}

const failure = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  error: { errorType, errorMessage, trace: [] },
});

/**
 * Starts a worker with the function's environment and memory limit. A handler that runs past its deadline is
 * ended with its thread, as Lambda ends the container.
 */
export function startWorkerThread(
  settings: WorkerSettings,
  environment: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
): WorkerThread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: settings,
    env: { ...environment },
    stdin: false,
    stdout: true,
    stderr: true,
    // A small young generation: with Node's own size, a burst of allocations can pass the limit so far within
    // one collection that the whole process ends, not the worker.
    resourceLimits: { maxOldGenerationSizeMb: settings.memory, maxYoungGenerationSizeMb: 8 },
    execArgv: ["--enable-source-maps", "--disable-warning=ExperimentalWarning"],
  });
  let hearing: ((line: string) => void) | undefined;
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      onLine(line);
      hearing?.(line);
    });
  }

  let ended = false;
  let settle: ((result: InvocationResult) => void) | undefined;
  const finish = (result: InvocationResult) => {
    settle?.(result);
    settle = undefined;
  };
  worker.on("message", (message: ResultMessage) => finish(message));
  worker.on("error", (error: Error & { code?: string }) => {
    ended = true;
    finish(
      error.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? failure("Runtime.OutOfMemory", `The function needed more than its ${settings.memory} MB of memory`)
        : failure(error.name, error.message),
    );
  });
  worker.on("exit", (code) => {
    ended = true;
    finish(failure("Runtime.ExitError", `The function's process ended with code ${code}`));
  });
  // A warm worker alone does not keep the program running.
  worker.unref();

  return {
    get ended() {
      return ended;
    },
    invoke(message, hear) {
      hearing = hear;
      return new Promise((resolve) => {
        const seconds = ((message.deadline - Date.now()) / 1000).toFixed(2);
        const timer = setTimeout(() => {
          ended = true;
          void worker.terminate();
          finish(failure("Sandbox.Timedout", `Task timed out after ${seconds} seconds`));
        }, message.deadline - Date.now());
        settle = (result) => {
          clearTimeout(timer);
          hearing = undefined;
          worker.unref();
          resolve(result);
        };
        worker.ref();
        worker.postMessage(message);
      });
    },
    async end() {
      ended = true;
      await worker.terminate();
    },
  };
}
