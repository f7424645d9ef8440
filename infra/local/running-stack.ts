import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { holderOf } from "./data-folder.ts";

/** What a running local stack tells other programs of this machine, in `stack.json` of its data folder. */
const runningStackSchema = z.object({
  /** The process that runs it. */
  pid: z.int(),
  /** As `LocalStack.endpoints`. */
  endpoints: z.object({
    s3: z.url(),
    sqs: z.url(),
    dynamodb: z.url(),
    events: z.url(),
    /** Empty where the template has no HTTP API. */
    api: z.string(),
    lambda: z.url(),
  }),
  /** As `LocalStack.environment`. */
  environment: z.record(z.string(), z.string()),
  /** As `LocalStack.outputs`. */
  outputs: z.record(z.string(), z.string()),
  /** Names of the functions that can be invoked, by logical id. */
  functions: z.record(z.string(), z.string()),
  /** Absolute. */
  logFolder: z.string(),
});
export type RunningStack = z.infer<typeof runningStackSchema>;

const file = (dataFolder: string): string => join(dataFolder, "stack.json");

/** Writes down what runs on a data folder, in one step, so that nobody reads half of it. */
export function announceStack(dataFolder: string, stack: RunningStack): void {
  const draft = `${file(dataFolder)}.draft`;
  writeFileSync(draft, `${JSON.stringify(stack, null, 2)}\n`);
  renameSync(draft, file(dataFolder));
}

/** Takes back what was written down, be it of this process or of one that ended without doing so. */
export const withdrawStack = (dataFolder: string): void => rmSync(file(dataFolder), { force: true });

/**
 * The stack that runs on a data folder, or `undefined`: there is none, it is still starting, or the process that
 * wrote `stack.json` has ended.
 */
export function readRunningStack(dataFolder: string): RunningStack | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file(dataFolder), "utf8"));
  } catch {
    return undefined;
  }
  const stack = runningStackSchema.safeParse(content).data;
  return stack !== undefined && holderOf(dataFolder) === stack.pid ? stack : undefined;
}
