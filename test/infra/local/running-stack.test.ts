import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openDataFolder } from "#infra/local/data-folder.ts";
import { announceStack, type RunningStack, readRunningStack } from "#infra/local/running-stack.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { testFunction, writeAssembly } from "./cloud-assembly.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
const dataFolder = join(root, "data");
let template: string;
beforeAll(() => {
  template = writeAssembly(join(root, "cdk.out"), {
    code: { quiet: "export const handler = async () => null;" },
    outputs: { Bucket: { Value: { Ref: "Articles" } } },
    resources: { Articles: { Type: "AWS::S3::Bucket" }, Quiet: testFunction("quiet") },
  });
});

describe("what a running stack tells other programs", () => {
  it("is there while it runs, and names what they need", async () => {
    expect(readRunningStack(dataFolder)).toBeUndefined();
    const stack = await startLocalStack({ template, dataFolder });
    const { endpoints, environment, outputs, logFolder } = stack;
    expect(readRunningStack(dataFolder)).toEqual({
      pid: process.pid,
      endpoints,
      environment,
      outputs,
      functions: { Quiet: "Test-Quiet" },
      logFolder,
    });
    await stack.close();
    expect(readRunningStack(dataFolder)).toBeUndefined();
    expect(existsSync(join(dataFolder, "stack.json"))).toBe(false);
  });

  const url = "http://127.0.0.1:1";
  const told: RunningStack = {
    pid: process.pid,
    endpoints: { s3: url, sqs: url, dynamodb: url, events: url, api: "", lambda: url },
    environment: {},
    outputs: {},
    functions: {},
    logFolder: "/logs",
  };

  it.each<[string, (folder: string) => void]>([
    ["by a process that has ended", (folder) => writeFileSync(join(folder, "lock"), "4194303 1")],
    ["by another process than the one that holds the folder", (folder) => announce(folder, { pid: 1 })],
    ["in another form", (folder) => writeFileSync(join(folder, "stack.json"), '{"pid":1}')],
    ["and cut short", (folder) => writeFileSync(join(folder, "stack.json"), "{")],
  ])("is not believed where it was written %s", (_, spoil) => {
    const folder = openDataFolder(join(root, "stale"));
    announceStack(folder.path, told);
    expect(readRunningStack(folder.path)).toEqual(told);
    spoil(folder.path);
    expect(readRunningStack(folder.path)).toBeUndefined();
    folder.release();
  });
  const announce = (folder: string, change: Partial<RunningStack>) =>
    announceStack(folder, { ...told, ...change });

  it("does not outlive the start of the next stack that fails", async () => {
    const folder = openDataFolder(join(root, "next"));
    announceStack(folder.path, told);
    folder.release();
    const environment = { ONRECORD_DYNAMODB_BINARY: "/bin/false" };
    await expect(startLocalStack({ template, dataFolder: folder.path, environment })).rejects.toThrow();
    expect(() => readFileSync(folder.inside("stack.json"))).toThrow("ENOENT");
  });
});
