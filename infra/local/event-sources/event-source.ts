/** What moves events from a queue or stream to a function, until it is closed. */
export interface EventSource {
  /** Whether nothing of it is on its way to the function, as far as this source can know. */
  drained(): Promise<boolean>;
  /** Takes nothing new; resolves when what is under way has ended. */
  close(): Promise<void>;
}

/** The settings of an AWS::Lambda::EventSourceMapping that both kinds share. */
export interface EventSourceSettings {
  readonly batchSize: number;
  /** Seconds. */
  readonly batchingWindow: number;
  /** `ReportBatchItemFailures` is on. */
  readonly reportsFailures: boolean;
  /** Patterns of FilterCriteria; empty lets everything through. */
  readonly filters: readonly unknown[];
}

/** Waits, or resolves at once when the signal says stop. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
