/** To a worker: run the handler once. */
export interface InvokeMessage {
  readonly requestId: string;
  readonly event: unknown;
  /** Milliseconds since 1970 at which the worker is ended. */
  readonly deadline: number;
}

/** An error as Lambda reports it to whoever invoked the function. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** From a worker: the handler's answer, as JSON would carry it. */
export type ResultMessage =
  | { readonly requestId: string; readonly ok: true; readonly value: unknown }
  | { readonly requestId: string; readonly ok: false; readonly error: FunctionError };

/** What a worker is started with. */
export interface WorkerSettings {
  /** File URL of the module that exports the handler. */
  readonly module: string;
  /** Name of the exported function. */
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  /** Megabytes. */
  readonly memory: number;
  readonly logGroup: string;
}
