import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startLocalStack } from "#infra/local/stack.ts";
import { writeAssembly } from "./cloud-assembly.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
const dataFolder = join(root, "data");
let template: string;

beforeAll(() => {
  template = writeAssembly(join(root, "cdk.out"), { resources: { Articles: { Type: "AWS::S3::Bucket" } } });
});

const answers = (endpoint: string) =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

describe("a local stack whose program ends", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGKILL", null],
  ] as const)("by %s leaves nothing behind, and can be started again", async (signal, code) => {
    const program = spawn(
      process.execPath,
      [join(import.meta.dirname, "run-stack.ts"), template, dataFolder],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const ended = new Promise((resolve) => program.once("exit", resolve));
    const line = await new Promise<string>((resolve) =>
      program.stdout.once("data", (data) => resolve(String(data))),
    );
    const endpoints = JSON.parse(line) as Record<string, string>;
    const [s3 = "", dynamodb = ""] = [endpoints.s3, endpoints.dynamodb];
    expect([await answers(s3), await answers(dynamodb)]).toEqual([true, true]);

    program.kill(signal);
    expect(await ended).toBe(code);
    await expect.poll(() => answers(dynamodb)).toBe(false);
    expect(await answers(s3)).toBe(false);
    expect(existsSync(join(dataFolder, "lock"))).toBe(signal === "SIGKILL");

    const again = await startLocalStack({ template, dataFolder });
    expect(await answers(again.endpoints.s3)).toBe(true);
    await again.close();
  });
});

describe("a platform without a DynamoDB server", () => {
  it.each([
    [
      "a program that is not there",
      { ONRECORD_DYNAMODB_BINARY: "/nowhere/dynoxide" },
      "ONRECORD_DYNAMODB_BINARY names",
    ],
    [
      "a program that is no server",
      { ONRECORD_DYNAMODB_BINARY: "/bin/false" },
      "did not start: it ended with code 1",
    ],
  ])("says what is wrong with %s, and lets go of everything", async (_, environment, message) => {
    await expect(startLocalStack({ template, dataFolder, environment })).rejects.toThrow(message);
    expect(existsSync(join(dataFolder, "lock"))).toBe(false);
  });
});
