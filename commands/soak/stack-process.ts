import { setTimeout as sleep } from "node:timers/promises";
import { closeOnSignals } from "#infra/local/signals.ts";
import { startLocalStack } from "#infra/local/stack.ts";

/** What the process that runs the stack tells the one that started it. */
export type StackMessage =
  | {
      readonly is: "up";
      readonly endpoints: Readonly<Record<string, string>>;
      readonly outputs: Readonly<Record<string, string>>;
    }
  /** Messages that wait for a function or are being worked on. */
  | { readonly is: "depth"; readonly waiting: number }
  /** Nothing moves any more: the answer to any message sent to it. */
  | { readonly is: "idle" };

/** Milliseconds between two words on how much waits. */
const interval = 100;
/** Seconds after which a failed message is tried again: as in `npm start`. */
const retryAfter = 2;

const tell = (message: StackMessage): void => {
  if (process.connected) process.send?.(message);
};

// Run by stack-runner.ts: the local stack on a data folder, in a process of its own, so that it can be killed.
const [template = "", dataFolder = ""] = process.argv.slice(2);
const stack = await startLocalStack({ template, dataFolder, retryAfter });
closeOnSignals(() => stack.close());
/** As `npm start` does when a part of the stack has ended, or nobody is there to run it for. */
const end = (): void => void stack.close().finally(() => process.exit(1));
process.on("disconnect", end);
stack.subscribe((event) => {
  if (event.type === "failure") end();
});
const queues = stack.resources
  .filter(({ type, logicalId }) => type === "AWS::SQS::Queue" && !logicalId.includes("DeadLetters"))
  .map(({ physicalName }) => physicalName);
process.on("message", () => void stack.idle().then(() => tell({ is: "idle" })));
tell({ is: "up", endpoints: stack.endpoints, outputs: stack.outputs });
for (;;) {
  const depths = queues.map((name) => stack.queueDepth(name));
  tell({
    is: "depth",
    waiting: depths.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0),
  });
  await sleep(interval);
}
