import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDeadLetters } from "#commands/redrive/dead-letters.ts";
import { moveMessages } from "#commands/redrive/move-messages.ts";
import { runMoveTask } from "#commands/redrive/move-task.ts";
import { queueAttributes } from "#infra/local/queue-attributes.ts";
import { type Queues, startQueues } from "#infra/local/queues.ts";

const region = "us-east-1";
const account = "000000000000";
let folder: string;
let queues: Queues;
let client: SQSClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-redrive-"));
  queues = await startQueues({ folder, port: 0, region, account });
  for (const stage of ["Segment", "Tag"]) {
    const deadLetterTargetArn = `arn:aws:sqs:${region}:${account}:Onrecord-${stage}DeadLetters`;
    queues.ensureQueue(`Onrecord-${stage}DeadLetters`, queueAttributes({}));
    queues.ensureQueue(`Onrecord-${stage}Queue`, {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 }),
    });
  }
  client = new SQSClient({
    endpoint: queues.endpoint,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterAll(async () => {
  client.destroy();
  await queues.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("dead letters", () => {
  it("go back to the queue that they came from, all of them, and to no other", async () => {
    for (let number = 0; number < 23; number++) queues.send("Onrecord-SegmentDeadLetters", `body ${number}`);
    queues.send("Onrecord-TagDeadLetters", "another stage's");
    const found = await findDeadLetters(client, "Onrecord", "segment");
    expect(found).toMatchObject({ waiting: 23, inFlight: 0 });
    expect(found.source.arn).toBe(`arn:aws:sqs:${region}:${account}:Onrecord-SegmentQueue`);
    expect(await moveMessages(client, found)).toBe(23);
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queues.url("Onrecord-SegmentQueue"), MaxNumberOfMessages: 1 }),
    );
    expect(Messages[0]?.Body).toMatch(/^body \d+$/u);
    expect(queues.depth("Onrecord-SegmentDeadLetters")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(queues.depth("Onrecord-SegmentQueue")).toMatchObject({ visible: 22, inFlight: 1 });
    expect(queues.depth("Onrecord-TagDeadLetters").visible).toBe(1);
  });

  it("are counted again as soon as whoever looked at them is done, as the runbook has it", async () => {
    const QueueUrl = queues.url("Onrecord-TagDeadLetters");
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }),
    );
    expect(Messages.map(({ Body }) => Body)).toEqual(["another stage's"]);
    const found = await findDeadLetters(client, "Onrecord", "tag");
    expect(found).toMatchObject({ waiting: 1, inFlight: 0 });
  });

  it("of a stack that is not there are an error that says so", async () => {
    await expect(findDeadLetters(client, "Elsewhere", "tag")).rejects.toThrow("is Elsewhere deployed here?");
  });
});

describe("a move task of SQS", () => {
  const answering = (...statuses: object[]) => {
    const left = [...statuses];
    const send = async (command: object) =>
      command.constructor.name === "StartMessageMoveTaskCommand"
        ? { TaskHandle: "h" }
        : { Results: [left.length > 1 ? left.shift() : left[0]] };
    return { send } as unknown as SQSClient;
  };
  const found = { url: "u", arn: "a", waiting: 3, inFlight: 0, source: { url: "s", arn: "b" } };

  it("is waited for", async () => {
    const told: number[] = [];
    const sqs = answering(
      { TaskHandle: "h", Status: "RUNNING", ApproximateNumberOfMessagesMoved: 1 },
      { Status: "COMPLETED", ApproximateNumberOfMessagesMoved: 3 },
    );
    expect(await runMoveTask(sqs, found, (moved) => told.push(moved), 1)).toBe(3);
    expect(told).toEqual([1]);
  });

  it("that fails is an error with its reason", async () => {
    const sqs = answering({ Status: "FAILED", FailureReason: "CouldNotDetermineMessageSource" });
    await expect(runMoveTask(sqs, found, () => {}, 1)).rejects.toThrow(
      "moved 0 of about 3 messages, then the task was failed: CouldNotDetermineMessageSource",
    );
  });
});

describe("the command line", () => {
  const redrive = async (...args: string[]) => {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, ["commands/redrive.ts", ...args]);
      return { code: 0, says: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, says: stderr };
    }
  };
  it.each([
    [["--help"], 0, "Usage: npm run redrive"],
    [[], 2, "takes one stage"],
    [["api"], 2, "api is no stage; there are segment and tag"],
    [["publish"], 2, "docs/runbook.md#publish-dead-letters"],
    [["tag", "--fast"], 2, "'--fast'"],
    [["tag", "--stack", "Other"], 2, "--stack with --deployed"],
    [["tag", "--data", "/nowhere"], 1, "no stack runs on"],
  ])("%j", async (args, code, says) => {
    const answer = await redrive(...args);
    expect(answer.code).toBe(code);
    expect(answer.says).toContain(says);
  });
});
