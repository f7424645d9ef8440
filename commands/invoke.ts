import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readRunningStack } from "#infra/local/running-stack.ts";
import { dataFolder } from "./data-folder.ts";
import { readFixture } from "./invocation/fixture.ts";
import { type FunctionName, functionNames, invokeFixture } from "./invocation/invoke-fixture.ts";
import { runningInvocationStack } from "./invocation/running-invocation-stack.ts";
import { withThrowawayStack } from "./invocation/throwaway-stack.ts";
import { userFolder } from "./user-folder.ts";

const usage = `Usage: npm run invoke -- [options] FUNCTION events/FILE.json

Runs one function's real bundle once, with one event: in the local stack that npm start has running, or where
none runs, in one of its own in which nothing else moves and which is thrown away afterwards.

  FUNCTION   one of ${functionNames.join(", ")}
  FILE       an event as Lambda gets it; events/README.md explains those that are there
  --data DIR the data folder of the running stack, as given to npm start (default .onrecord in the project)
  --alone    use a stack of its own, also where one is running
  -h, --help this text

What the event speaks of is brought about before: articles of test/articles/ are put into the bucket (or deleted
from it), and the functions before this one are run. A running stack also does by itself what follows from that.
It runs the code that it was started with: after a change of the code, start it again or give --alone.

The handler's result goes to standard output as JSON, its log lines to standard error. Exit code 1 where the
handler throws or the event cannot be read, 2 where the command line is wrong.`;

/** The command line is wrong; the message is one line for the user. */
class UsageError extends Error {}

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const [name, fixture, ...more] = positionals;
  if (name === undefined || fixture === undefined || more.length > 0) {
    throw new UsageError("invoke takes a function and one event file; npm run invoke -- --help explains");
  }
  if (!isFunctionName(name))
    throw new UsageError(`${name} is no function; there are ${functionNames.join(", ")}`);
  if (values.data === "") throw new UsageError("--data needs the name of a folder");
  if (values.alone && values.data !== undefined) {
    throw new UsageError("--alone uses a stack of its own, --data names a running one; give one of them");
  }
  const folder = userFolder("invoke");
  const event = await readFixture(resolve(folder, fixture), fixture);
  const result = await invoke(name, event, values.alone ? null : dataFolder(values.data ?? null, folder));
  process.stdout.write(`${JSON.stringify(result ?? null, null, 2)}\n`);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: "string" },
        alone: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]}; npm run invoke -- --help explains`);
  }
}

const isFunctionName = (name: string): name is FunctionName => functionNames.some((known) => known === name);

/** Invokes in the stack that runs on the data folder, else in one of its own. */
async function invoke(name: FunctionName, event: unknown, data: string | null): Promise<unknown> {
  const running = data === null ? undefined : readRunningStack(data);
  if (data !== null && running !== undefined) {
    say(`in the stack that runs on ${relative(process.cwd(), data) || "."} (process ${running.pid})`);
    return invokeFixture(runningInvocationStack(running, say), name, event, say);
  }
  say(
    data === null
      ? "in a stack of its own, thrown away afterwards"
      : `in a stack of its own, thrown away afterwards: none runs on ${relative(process.cwd(), data) || "."}`,
  );
  return withThrowawayStack(say, (stack) => invokeFixture(stack, name, event, say));
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader (`| head`) has enough; what was started is still closed in order.
    if (error.code !== "EPIPE") throw error;
  });
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
