import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { templateFolder } from "#commands/start/template-folder.ts";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { startLocalStack } from "#infra/local/stack.ts";

const root = resolve(import.meta.dirname, "../..");
let folder: string;
let stack: LocalStack;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-invoke-test-"));
  stack = await startLocalStack({
    template: await templateFolder(() => {}),
    dataFolder: join(folder, "data"),
  });
  s3 = new S3Client({
    endpoint: stack.endpoints.s3,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterAll(async () => {
  s3?.destroy();
  await stack?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command as npm does, for a user who stands in `folder`. */
async function invoke(...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: folder, npm_lifecycle_event: "invoke" };
  const child = spawn(process.execPath, [join(root, "commands/invoke.ts"), ...args], { cwd: root, env });
  const texts = [child.stdout, child.stderr].map(async (stream) => (await stream.toArray()).join(""));
  const code = await new Promise((done) => child.on("close", done));
  const [stdout = "", stderr = ""] = await Promise.all(texts);
  return { code, stdout, stderr };
}
const event = (name: string) => join(root, "events", `${name}.json`);
const article = async () => {
  const response = await fetch(`${stack.endpoints.api}/articles/onrecord-articles/2026/11/court.txt`);
  return (await response.json()) as Record<string, unknown>;
};

describe("in the stack that runs on the data folder", () => {
  it("the function runs there, with its log, and real uploads count afterwards as before", async () => {
    const { code, stdout, stderr } = await invoke("--data", "data", "tag", event("tag-created"));
    expect([code, JSON.parse(stdout)]).toEqual([0, { batchItemFailures: [] }]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.filter((line) => !line.startsWith("{"))).toEqual([
      expect.stringMatching(RegExp(`^in the stack that runs on .*data \\(process ${process.pid}\\)$`, "u")),
      "first segment with events/segment-created-plain.json",
      "put test/articles/court.txt into onrecord-articles as 2026/11/court.txt",
    ]);
    const said = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line).message);
    expect(said.filter((message) => message !== undefined)).toEqual(["created: segmented", "tagged"]);
    await stack.idle();
    expect(await article()).toMatchObject({
      state: "complete",
      results: { title: expect.stringMatching(/court/u) },
    });

    const Body = "A newer title\n\n“It is newer,” said Tomas Ferrow of the harbour office.\n";
    await s3.send(new PutObjectCommand({ Bucket: "onrecord-articles", Key: "2026/11/court.txt", Body }));
    await stack.idle();
    expect(await article()).toMatchObject({ state: "complete", results: { title: "A newer title" } });
  });

  it("a deletion is brought about too, so that the table follows the bucket", async () => {
    const { code, stderr } = await invoke("--data", "data", "segment", event("segment-deleted"));
    expect(code).toBe(0);
    expect(stderr).toContain("deleted 2026/11/court.txt from onrecord-articles");
    await stack.idle();
    expect(await article()).toEqual({ error: expect.stringContaining("court.txt was deleted") });
  });

  it("a handler that throws is exit code 1, in one line", async () => {
    const { code, stdout, stderr } = await invoke("--data", "data", "publish", event("api-actors"));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^publish failed: TypeError: .+$/mu);
  });
});

describe("without one", () => {
  it("the function runs in a stack of its own", async () => {
    const { code, stdout, stderr } = await invoke("--data", "none", "segment", event("segment-test-event"));
    expect([code, JSON.parse(stdout)]).toEqual([0, { batchItemFailures: [] }]);
    expect(stderr).toMatch(/^in a stack of its own, thrown away afterwards: none runs on .*none$/mu);
  });

  it.each([
    [2, ["segment"], /^invoke takes a function and one event file; .*--help explains$/u],
    [2, ["sort", "x.json"], /^sort is no function; there are segment, tag, publish, api$/u],
    [1, ["segment", "missing.json"], /^missing\.json: there is no such file; the fixtures are in events\/$/u],
    [2, ["--alone", "--data", "data", "api", "x.json"], /^--alone uses .+; give one of them$/u],
    [2, ["--port", "1", "api", "x.json"], /^Unknown option '--port'/u],
  ])("exit code %i, one line: %j", async (expected, args, message) => {
    const { code, stdout, stderr } = await invoke(...args);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr.trimEnd()).toMatch(message);
  });
});
