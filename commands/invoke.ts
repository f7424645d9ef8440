import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeOnSignals } from "#infra/local/signals.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { readFixture } from "./invocation/fixture.ts";
import { type FunctionName, functionNames, invokeFixture } from "./invocation/invoke-fixture.ts";
import { stillTemplate } from "./invocation/still-template.ts";
import { synthesize } from "./synthesize.ts";
import { userFolder } from "./user-folder.ts";

const usage = `Usage: npm run invoke -- FUNCTION events/FILE.json

Runs one function's real bundle once, with one event, in a local stack of its own in which nothing else moves;
the stack is thrown away afterwards. What the event speaks of is brought about before: articles of test/articles/
are put into the bucket, and the functions before this one are run.

  FUNCTION   one of ${functionNames.join(", ")}
  FILE       an event as Lambda gets it; events/README.md explains those that are there

The handler's result goes to standard output as JSON, its log lines to standard error. Exit code 1 where the
handler throws or the call is wrong.`;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { help: { type: "boolean", short: "h", default: false } },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const [name, fixture, ...more] = positionals;
  if (name === undefined || fixture === undefined || more.length > 0) {
    throw new Error(`invoke takes a function and one event file; npm run invoke -- --help explains`);
  }
  if (!isFunctionName(name)) throw new Error(`${name} is no function; there are ${functionNames.join(", ")}`);
  const event = await readFixture(resolve(userFolder("invoke"), fixture), fixture);
  const result = await inThrowawayStack(name, event);
  process.stdout.write(`${JSON.stringify(result ?? null, null, 2)}\n`);
}

const isFunctionName = (name: string): name is FunctionName => functionNames.some((known) => known === name);

async function inThrowawayStack(name: FunctionName, event: unknown): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "onrecord-invoke-"));
  let close = () => rm(folder, { recursive: true, force: true });
  const forget = closeOnSignals(() => close());
  try {
    const template = join(folder, "template");
    await synthesize(template);
    await stillTemplate(template, "Onrecord");
    const stack = await startLocalStack({ template, dataFolder: join(folder, "data"), concurrency: 1 });
    close = async () => {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
    };
    stack.subscribe((happened) => {
      if (happened.type === "log") say(happened.line);
      if (happened.type === "event") say(`event on the bus: ${JSON.stringify(happened.event)}`);
    });
    return await invokeFixture(stack, name, event, say);
  } finally {
    forget();
    await close();
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
