import { parentPort, workerData } from "node:worker_threads";
import type { FunctionError, InvokeMessage, ResultMessage, WorkerSettings } from "./messages.ts";

// Runs in a worker thread: loads one function's bundle, as Lambda's runtime does once a container, and then
// answers one invocation after the other.

type Handler = (
  event: unknown,
  context: object,
  callback: (error: unknown, value: unknown) => void,
) => unknown;

const settings = workerData as WorkerSettings;

function errorOf(thrown: unknown): FunctionError {
  if (thrown instanceof Error) {
    return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? "").split("\n") };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

async function load(): Promise<Handler> {
  const module = (await import(settings.module)) as Record<string, unknown>;
  // A CommonJS bundle's exports may be found under `default` only.
  const inner = module.default as Record<string, unknown> | undefined;
  const handler = module[settings.exportName] ?? inner?.[settings.exportName];
  if (typeof handler !== "function") {
    throw new Error(`Runtime.HandlerNotFound: ${settings.exportName} is undefined or not exported`);
  }
  return handler as Handler;
}

const context = (message: InvokeMessage) => ({
  awsRequestId: message.requestId,
  functionName: settings.functionName,
  functionVersion: "$LATEST",
  invokedFunctionArn: settings.functionArn,
  memoryLimitInMB: String(settings.memory),
  logGroupName: settings.logGroup,
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
});

/** The handler's answer, whether it promises one or calls back. */
function call(handler: Handler, message: InvokeMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback = (error: unknown, value: unknown) => (error ? reject(error) : resolve(value));
    const answer = handler(message.event, context(message), callback);
    if (typeof (answer as Promise<unknown> | undefined)?.then === "function") {
      (answer as Promise<unknown>).then(resolve, reject);
    } else if (answer !== undefined || handler.length < 3) resolve(answer);
  });
}

/**
 * Settles when everything that the handler has written is at the runner, so that its lines come before its result:
 * a thread's output and its messages go separate ways.
 */
const outputHandedOver = () =>
  Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write("", done))),
  );

const loaded = load();
// Each invocation awaits it again: a bundle that does not load is the invocation's error.
loaded.catch(() => {});

parentPort?.on("message", (message: InvokeMessage) => {
  loaded
    .then((handler) => call(handler, message))
    .then(
      (value): ResultMessage => ({
        requestId: message.requestId,
        ok: true,
        // As on the wire: what JSON does not carry does not arrive.
        value: value === undefined ? null : JSON.parse(JSON.stringify(value)),
      }),
    )
    .catch(
      (thrown: unknown): ResultMessage => ({
        requestId: message.requestId,
        ok: false,
        error: errorOf(thrown),
      }),
    )
    .then(async (result) => {
      await outputHandedOver();
      parentPort?.postMessage(result);
    });
});
