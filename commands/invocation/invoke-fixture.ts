import { fileURLToPath } from "node:url";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { openArticleBucket } from "./article-bucket.ts";
import { readFixture } from "./fixture.ts";
import { localEvent, type Sequencers } from "./local-event.ts";

/** The functions by their folders, with the beginning of their logical ids. */
const logicalIds = {
  segment: "SegmentFunction",
  tag: "TagFunction",
  publish: "PublishFunction",
  api: "ApiFunction",
} as const;
/** A function that can be invoked, by the name of its folder. */
export type FunctionName = keyof typeof logicalIds;
/** All that can be invoked, as messages list them. */
export const functionNames = Object.keys(logicalIds) as FunctionName[];

/** What must have run before, for a function to find what it reads; each with the fixture of the same article. */
const before: Record<FunctionName, readonly { readonly name: FunctionName; readonly fixture: string }[]> = {
  segment: [],
  tag: [{ name: "segment", fixture: "segment-created-plain" }],
  publish: [],
  api: [
    { name: "segment", fixture: "segment-created-plain" },
    { name: "tag", fixture: "tag-created" },
  ],
};

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The local stack that events are invoked in: of this program or of another one. */
export type InvocationStack = Pick<LocalStack, "endpoints" | "environment" | "outputs" | "invoke">;

/**
 * Invokes a function of a local stack with an event, after bringing about what the event speaks of: the changes
 * of articles that it tells (see `openArticleBucket`), and what the functions before it would have stored. `say`
 * is told of each step in one line.
 *
 * Where the stack's own triggers work too, they do the same for the changes that were brought about. The event's
 * sequencer is the newest then: whichever comes first, what this event leads to stands.
 *
 * @returns what the handler gave
 * @throws Error with the handler's own message where it failed
 */
export async function invokeFixture(
  stack: InvocationStack,
  name: FunctionName,
  event: unknown,
  say: (line: string) => void,
): Promise<unknown> {
  const bucket = openArticleBucket(stack, say);
  const sequencers: Sequencers = new Map();
  const invoke = async (one: FunctionName, given: unknown): Promise<unknown> => {
    const result = await stack.invoke(logicalIds[one], await localEvent(given, bucket, sequencers));
    if (result.ok) return result.value;
    throw new Error(`${one} failed: ${result.error.errorType}: ${result.error.errorMessage}`);
  };
  try {
    for (const step of before[name]) {
      const path = `events/${step.fixture}.json`;
      say(`first ${step.name} with ${path}`);
      await invoke(step.name, await readFixture(file(path), path));
    }
    return await invoke(name, event);
  } finally {
    bucket.close();
  }
}
