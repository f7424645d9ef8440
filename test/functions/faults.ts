import { AsyncLocalStorage } from "node:async_hooks";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Where an invocation dies: at its `write`th write (from 1), before it is done or when it is. */
export type Crash = {
  readonly write: number;
  readonly when: "before" | "after";
  /** The write waits for this before it is done or not: others overtake a slow invocation. */
  readonly stall?: Promise<void>;
  /** Called when it stalls. */
  readonly onStall?: () => void;
  /** At which write it stalls (from 1); at the one at which it dies where this is left out. */
  readonly stallAt?: number;
};

type Doomed = { written: number; readonly crash: Crash; dead: boolean };

const invocation = new AsyncLocalStorage<Doomed>();

/** What everything throws in an invocation that has died. */
class InvocationDied extends Error {
  override readonly name = "InvocationDied";
}

const writes = new Set([
  "UpdateCommand",
  "TransactWriteCommand",
  "BatchWriteCommand",
  "PutObjectCommand",
  "DeleteObjectsCommand",
]);

type Sender = { send: (...given: unknown[]) => Promise<unknown> };

/** Lets `dying` end invocations between any two writes. Returns what takes it back. */
export function installFaults(): () => void {
  const installed = [DynamoDBDocumentClient.prototype, S3Client.prototype].map((prototype) => {
    const sender = prototype as unknown as Sender;
    const send = sender.send;
    sender.send = async function (this: unknown, ...given: unknown[]) {
      const doom = invocation.getStore();
      if (doom === undefined) return send.apply(this, given);
      if (doom.dead) throw new InvocationDied();
      const { crash } = doom;
      if (!writes.has((given[0] as object).constructor.name)) return send.apply(this, given);
      const write = ++doom.written;
      if (write === (crash.stallAt ?? crash.write)) {
        crash.onStall?.();
        await crash.stall;
      }
      if (doom.dead) throw new InvocationDied();
      if (write !== crash.write) return send.apply(this, given);
      doom.dead = true;
      if (crash.when === "after") await send.apply(this, given);
      throw new InvocationDied();
    };
    return () => {
      sender.send = send;
    };
  });
  return () => {
    for (const takeBack of installed) takeBack();
  };
}

/** Runs an invocation that ends at a write, without a trace in what comes after it. Returns whether it got there. */
export async function dying(crash: Crash, work: () => Promise<unknown>): Promise<boolean> {
  const doom: Doomed = { written: 0, crash, dead: false };
  await invocation.run(doom, work).catch(() => {});
  return doom.dead;
}
