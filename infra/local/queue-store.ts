import type { DatabaseSync } from "node:sqlite";
import type { buildApp } from "fauxqs";

/** A message as the queue server keeps it. */
interface StoredMessage {
  readonly messageId: string;
  readonly body: string;
}

/** One queue of fauxqs, as far as it is used here. */
interface StoredQueue {
  readonly name: string;
  readonly arn: string;
  setAttributes(attributes: Record<string, string>): void;
  enqueue(message: StoredMessage): void;
  changeVisibility(receiptHandle: string, seconds: number): void;
  processTimers(): void;
  inspectMessages(): {
    readonly ready: readonly StoredMessage[];
    readonly delayed: readonly StoredMessage[];
    readonly inflight: readonly { readonly receiptHandle: string }[];
  };
  persistence?: unknown;
}

/** The queues of fauxqs, as far as they are used here. */
export interface QueueStore {
  persistence?: unknown;
  createQueue(name: string, url: string, arn: string, attributes: Record<string, string>): StoredQueue;
  getQueueByName(name: string): StoredQueue | undefined;
  allQueues(): Iterable<StoredQueue>;
}

interface Persistence {
  readonly db: DatabaseSync;
  updateMessageReady(messageId: string): void;
  loadSqsAndSns(queues: QueueStore, topics: unknown): void;
  close(): void;
}

/** Stores for `buildApp`, with what keeps them on disk. */
export interface PersistentStores {
  readonly queues: QueueStore;
  readonly stores: NonNullable<NonNullable<Parameters<typeof buildApp>[0]>["stores"]>;
  /** Puts a message into a queue as SendMessage does. */
  send(queue: StoredQueue, body: string): void;
  close(): void;
}

/**
 * The queue server's stores with messages kept in `FOLDER/fauxqs.db`. Only `startFauxqs()` offers that, but it
 * listens on every network interface; so its parts, which the package does not export, are taken by their
 * place in it (the version is pinned).
 */
export async function openQueueStore(folder: string): Promise<PersistentStores> {
  const place = (file: string): string => new URL(file, import.meta.resolve("fauxqs")).href;
  const [{ SqsStore }, { SnsStore }, { S3Store }, { PersistenceManager }] = (await Promise.all([
    import(/* @vite-ignore */ place("sqs/sqsStore.js")),
    import(/* @vite-ignore */ place("sns/snsStore.js")),
    import(/* @vite-ignore */ place("s3/s3Store.js")),
    import(/* @vite-ignore */ place("persistence.js")),
  ])) as [
    { SqsStore: { new (): QueueStore; createMessage(body: string): StoredMessage } },
    { SnsStore: new () => unknown },
    { S3Store: new () => unknown },
    { PersistenceManager: new (folder: string) => Persistence },
  ];
  const queues = new SqsStore();
  const topics = new SnsStore();
  const persistence = new PersistenceManager(folder);
  // fauxqs 2.4.1 also sets the receive count to NULL there, which its own schema refuses: ChangeMessageVisibility
  // with 0 seconds would fail and lose the message.
  const makeReady = persistence.db.prepare(
    "UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?",
  );
  persistence.updateMessageReady = (messageId) => void makeReady.run(messageId);
  persistence.loadSqsAndSns(queues, topics);
  queues.persistence = persistence;
  for (const queue of queues.allQueues()) {
    queue.persistence = persistence;
    // Nobody works on a message that the last run had received: let it be received again at once.
    for (const { receiptHandle } of queue.inspectMessages().inflight)
      queue.changeVisibility(receiptHandle, 0);
  }
  return {
    queues,
    stores: {
      sqsStore: queues,
      snsStore: topics,
      s3Store: new S3Store(),
    } as unknown as PersistentStores["stores"],
    send: (queue, body) => queue.enqueue(SqsStore.createMessage(body)),
    close: () => persistence.close(),
  };
}
