import { closeOnSignals } from "#infra/local/signals.ts";
import { startLocalStack } from "#infra/local/stack.ts";

// A program of its own for the tests that end it: prints its endpoints, then stays up.
const [template = "", dataFolder = ""] = process.argv.slice(2);
const stack = await startLocalStack({ template, dataFolder });
closeOnSignals(() => stack.close());
process.stdout.write(`${JSON.stringify(stack.endpoints)}\n`);
