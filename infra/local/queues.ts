import { buildApp } from "fauxqs";
import { PortInUseError } from "./loopback.ts";
import { openQueueStore } from "./queue-store.ts";

/** How many messages a queue holds. */
export interface QueueDepth {
  readonly visible: number;
  /** Received, and not yet deleted or given back. */
  readonly inFlight: number;
  readonly delayed: number;
}

/** SQS on this machine. */
export interface Queues {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Creates a queue, or brings its attributes up to date. Attributes as in CreateQueue. */
  ensureQueue(name: string, attributes: Readonly<Record<string, string>>): void;
  /** `http://127.0.0.1:PORT/000000000000/NAME`: an address that resolves everywhere. */
  url(name: string): string;
  /** Puts a message into a queue. @throws Error where there is no such queue */
  send(name: string, body: string): void;
  depth(name: string): QueueDepth;
  close(): Promise<void>;
}

/** What the queue server is started with. */
export interface QueuesOptions {
  /** Where messages are kept. */
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly region: string;
  readonly account: string;
}

/** Starts the queue server on 127.0.0.1. What an earlier run left in a queue can be received at once. */
export async function startQueues(options: QueuesOptions): Promise<Queues> {
  const store = await openQueueStore(options.folder);
  const app = buildApp({
    logger: false,
    defaultRegion: options.region,
    host: "localhost",
    stores: store.stores,
  });
  // fauxqs looks at who has had a message for too long only when the next one is received, not when they are counted.
  app.addHook("onRequest", async () => {
    for (const one of store.queues.allQueues()) one.processTimers();
  });
  let endpoint: string;
  try {
    endpoint = await app.listen({ port: options.port, host: "127.0.0.1" });
  } catch (error) {
    store.close();
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE"
      ? new PortInUseError("sqs", options.port)
      : error;
  }
  const queue = (name: string) => {
    const found = store.queues.getQueueByName(name);
    if (found === undefined) throw new Error(`There is no queue ${name}`);
    return found;
  };
  const url = (name: string) => `${endpoint}/${options.account}/${name}`;
  return {
    endpoint,
    url,
    ensureQueue(name, attributes) {
      const found = store.queues.getQueueByName(name);
      const arn = `arn:aws:sqs:${options.region}:${options.account}:${name}`;
      if (found === undefined) store.queues.createQueue(name, url(name), arn, { ...attributes });
      else found.setAttributes({ ...attributes });
    },
    send: (name, body) => store.send(queue(name), body),
    depth(name) {
      const found = queue(name);
      found.processTimers();
      const { ready, delayed, inflight } = found.inspectMessages();
      return { visible: ready.length, inFlight: inflight.length, delayed: delayed.length };
    },
    async close() {
      await app.close();
      store.close();
    },
  };
}
