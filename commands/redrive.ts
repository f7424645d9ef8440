import { relative } from "node:path";
import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { readRunningStack } from "#infra/local/running-stack.ts";
import { dataFolder } from "./data-folder.ts";
import { findDeadLetters, type StageName, stages } from "./redrive/dead-letters.ts";
import { moveMessages } from "./redrive/move-messages.ts";
import { runMoveTask } from "./redrive/move-task.ts";
import { userFolder } from "./user-folder.ts";

const usage = `Usage: npm run redrive -- [options] STAGE

Sends what a stage gave up on through again: from its dead letters back to the queue they came from. Do it when the
cause is mended (docs/runbook.md). What is out of date by then is dropped; nothing is done twice.

  STAGE      ${stages.join(" or ")}
  --deployed in the AWS account and region of your environment; without it, in the local stack that npm start runs
  --stack NAME  name of the deployed stack (default Onrecord)
  --data DIR the data folder of the running local stack, as given to npm start (default .onrecord in the project)
  --dry-run  say what would be moved, and move nothing
  -h, --help this text

Exit code 1 where it cannot be done, 2 where the command line is wrong.`;

/** The command line is wrong; the message is one line for the user. */
class UsageError extends Error {}

const say = (line: string) => process.stderr.write(`${line}\n`);

function readArguments() {
  try {
    return parseArgs({
      options: {
        deployed: { type: "boolean", default: false },
        stack: { type: "string" },
        data: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]}; npm run redrive -- --help explains`);
  }
}

function stageOf(positionals: readonly string[]): StageName {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new UsageError("redrive takes one stage; npm run redrive -- --help explains");
  }
  if (name === "publish") {
    throw new UsageError(
      "what publish gave up on cannot be moved back, for it came from a stream: docs/runbook.md#publish-dead-letters",
    );
  }
  const stage = stages.find((known) => known === name);
  if (stage === undefined) throw new UsageError(`${name} is no stage; there are ${stages.join(" and ")}`);
  return stage;
}

/** A client for the queues of the local stack. @throws Error where none runs */
function localClient(named: string | null): SQSClient {
  const data = dataFolder(named, userFolder("redrive"));
  const running = readRunningStack(data);
  if (running === undefined) {
    const folder = relative(process.cwd(), data) || ".";
    throw new Error(`no stack runs on ${folder}: npm start runs one, and --deployed goes to the one on AWS`);
  }
  return new SQSClient({
    endpoint: running.endpoints.sqs,
    region: running.environment.AWS_REGION ?? "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}

const messages = (count: number): string => `${count} message${count === 1 ? "" : "s"}`;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const stage = stageOf(positionals);
  if (values.data === "") throw new UsageError("--data needs the name of a folder");
  if (values.stack === "") throw new UsageError("--stack needs a name");
  if (values.deployed ? values.data !== undefined : values.stack !== undefined) {
    throw new UsageError("--data names a local stack, --stack with --deployed one on AWS");
  }
  const client = values.deployed ? new SQSClient({}) : localClient(values.data ?? null);
  try {
    const found = await findDeadLetters(client, values.stack ?? "Onrecord", stage);
    const hidden =
      found.inFlight === 0 ? "" : `; ${messages(found.inFlight)} more are being looked at by somebody`;
    if (found.waiting === 0) {
      process.stdout.write(`${stage}: there are no dead letters to move${hidden}\n`);
    } else if (values["dry-run"]) {
      process.stdout.write(
        `${stage}: would move ${messages(found.waiting)}${hidden}\n  from ${found.arn}\n  to   ${found.source.arn}\n`,
      );
    } else {
      const moved = values.deployed
        ? await runMoveTask(client, found, (count) =>
            say(`${stage}: ${count} of about ${found.waiting} moved …`),
          )
        : await moveMessages(client, found);
      process.stdout.write(`${stage}: ${messages(moved)} sent through again${hidden}\n`);
    }
  } finally {
    client.destroy();
  }
}

main().catch((error: unknown) => {
  say(`redrive: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
