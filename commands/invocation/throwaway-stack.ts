import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeOnSignals } from "#infra/local/signals.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { templateFolder } from "../start/template-folder.ts";
import type { InvocationStack } from "./invoke-fixture.ts";
import { stillTemplate } from "./still-template.ts";

/**
 * Starts a local stack of its own in which nothing moves by itself, lets `use` work in it, and throws it away,
 * also when the program is asked to end. `say` is told of each line that a function logs and of each event on
 * the bus.
 */
export async function withThrowawayStack<Result>(
  say: (line: string) => void,
  use: (stack: InvocationStack) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "onrecord-invoke-"));
  let close = () => rm(folder, { recursive: true, force: true });
  const forget = closeOnSignals(() => close());
  try {
    const template = join(folder, "template");
    const made = await templateFolder(() => say("Synthesising the CDK app and bundling the functions …"));
    await cp(made, template, { recursive: true });
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
    return await use(stack);
  } finally {
    forget();
    await close();
  }
}
