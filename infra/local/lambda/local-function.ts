import { randomUUID } from "node:crypto";
import type { WorkerSettings } from "./messages.ts";
import { type InvocationResult, startWorkerThread, type WorkerThread } from "./worker-thread.ts";

/** What a function is run with. */
export interface LocalFunctionOptions {
  readonly settings: WorkerSettings;
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout: number;
  /** How many invocations may run at once; further ones wait. */
  readonly concurrency: number;
  /** A line that the function wrote, or the runner wrote for it (START, END, errors). */
  readonly onLine: (line: string) => void;
  /** Told when an invocation starts and when it has ended. */
  readonly onInvocation?: (invocation: Invocation) => void;
}

/** An invocation that starts (`result` absent) or has ended. */
export interface Invocation {
  readonly requestId: string;
  readonly result?: InvocationResult;
  /** Milliseconds; 0 at the start. */
  readonly duration: number;
}

/** A deployed function: invocations run in warm workers, new ones are started where all are busy. */
export class LocalFunction {
  readonly name: string;
  readonly #options: LocalFunctionOptions;
  readonly #idle: WorkerThread[] = [];
  readonly #all = new Set<WorkerThread>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #closed = false;

  constructor(options: LocalFunctionOptions) {
    this.#options = options;
    this.name = options.settings.functionName;
  }

  /** How many invocations run or wait. */
  get active(): number {
    return this.#running + this.#waiting.length;
  }

  /**
   * Runs the handler once with an event. Never rejects: a failure is a result. `hear` is told of the lines of this
   * invocation alone, all of them before the result comes.
   */
  async invoke(event: unknown, hear?: (line: string) => void): Promise<InvocationResult> {
    if (this.#running >= this.#options.concurrency) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await this.#run(event, hear);
    } finally {
      // A place goes straight to the next in line.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  /** Ends every worker; what they were doing fails. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((worker) => worker.end()));
  }

  async #run(event: unknown, hear?: (line: string) => void): Promise<InvocationResult> {
    if (this.#closed) {
      return {
        ok: false,
        error: { errorType: "Closed", errorMessage: "The local stack is stopping", trace: [] },
      };
    }
    const { settings, environment, timeout, onLine, onInvocation } = this.#options;
    let worker = this.#idle.pop();
    while (worker?.ended) {
      this.#all.delete(worker);
      worker = this.#idle.pop();
    }
    if (worker === undefined) {
      worker = startWorkerThread(settings, environment, onLine);
      this.#all.add(worker);
    }
    const requestId = randomUUID();
    const start = performance.now();
    onInvocation?.({ requestId, duration: 0 });
    const result = await worker.invoke({ requestId, event, deadline: Date.now() + timeout * 1000 }, hear);
    const duration = performance.now() - start;
    if (!result.ok) {
      const { errorType, errorMessage, trace } = result.error;
      const line = JSON.stringify({ level: "ERROR", requestId, errorType, errorMessage, trace });
      onLine(line);
      hear?.(line);
    }
    if (worker.ended) this.#all.delete(worker);
    else this.#idle.push(worker);
    onInvocation?.({ requestId, result, duration });
    return result;
  }
}
