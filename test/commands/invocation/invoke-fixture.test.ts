import { globSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFixture } from "#commands/invocation/fixture.ts";
import { type FunctionName, invokeFixture } from "#commands/invocation/invoke-fixture.ts";
import { stillTemplate } from "#commands/invocation/still-template.ts";
import { templateFolder } from "#commands/start/template-folder.ts";
import { startLocalStack } from "#infra/local/stack.ts";

const events = fileURLToPath(new URL("../../../events/", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-fixtures-"));
  await cp(await templateFolder(() => {}), join(folder, "template"), { recursive: true });
  await stillTemplate(join(folder, "template"), "Onrecord");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a fixture brings about in a stack of its own: the result, and the handlers' messages in order. */
async function outcomeOf(file: string): Promise<{ result: unknown; said: string[]; events: unknown[] }> {
  const dataFolder = await mkdtemp(join(folder, "data-"));
  const stack = await startLocalStack({ template: join(folder, "template"), dataFolder, concurrency: 1 });
  const said: string[] = [];
  const onBus: unknown[] = [];
  stack.subscribe((happened) => {
    if (happened.type === "event") onBus.push(happened.event["detail-type"]);
    if (happened.type !== "log" || !happened.line.startsWith("{")) return;
    const { message } = JSON.parse(happened.line) as { message?: string };
    if (message !== undefined) said.push(message);
  });
  try {
    const [name = ""] = file.split("-");
    const event = await readFixture(join(events, `${file}.json`), file);
    const result = await invokeFixture(stack, name as FunctionName, event, () => {});
    return { result, said, events: onBus };
  } finally {
    await stack.close();
  }
}

const failedMessage = "message failed; after the last attempt it lies in the dead-letter queue";

const cases = [
  { file: "segment-created-plain", failures: 0, says: ["created: segmented"] },
  { file: "segment-created-encoded-key", failures: 0, says: ["created: segmented"] },
  { file: "segment-created-multipart", failures: 0, says: ["created: segmented"] },
  { file: "segment-deleted", failures: 0, says: ["marked-deleted: deleted"] },
  { file: "segment-deleted-version", failures: 0, says: ["version-deleted: deleted"] },
  { file: "segment-test-event", failures: 0, says: [] },
  { file: "segment-two-records", failures: 0, says: ["created: segmented", "created: segmented"] },
  { file: "segment-malformed-key", failures: 1, says: [failedMessage, "created: segmented"] },
  { file: "segment-body-not-json", failures: 1, says: [failedMessage, "created: segmented"] },
  { file: "segment-duplicate", failures: 0, says: ["created: segmented", "created: segmented"] },
  { file: "segment-out-of-order", failures: 0, says: ["created: segmented", "created: old"] },
  { file: "tag-created", failures: 0, says: ["created: segmented", "tagged"] },
  { file: "publish-completed", failures: 0, says: ["Article Completed: published"] },
];
const asked = [
  { file: "api-article", status: 200, body: { state: "complete", article: { key: "2026/11/court.txt" } } },
  { file: "api-article-encoded-key", status: 404, body: { error: expect.stringContaining("profit + loss") } },
  {
    file: "api-actors",
    status: 200,
    body: { cursor: null, items: expect.arrayContaining([expect.objectContaining({ id: "milo-trask" })]) },
  },
];

describe("the deployed bundles, with the events as AWS delivers them", () => {
  it("every fixture is among the cases", () => {
    const there = globSync("*.json", { cwd: events }).map((file) => file.replace(".json", ""));
    expect([...cases, ...asked].map(({ file }) => file).sort()).toEqual(there.sort());
  });

  it.each(cases)("$file: $failures failed, $says", async ({ file, failures, says }) => {
    const { result, said, events: onBus } = await outcomeOf(file);
    expect((result as { batchItemFailures: unknown[] }).batchItemFailures).toHaveLength(failures);
    expect(said).toEqual(says);
    expect(onBus).toEqual(file.startsWith("publish-") ? ["Article Completed"] : []);
  });

  it.each(asked)("$file: $status", async ({ file, status, body }) => {
    const { result } = await outcomeOf(file);
    const answer = result as { statusCode: number; body: string };
    expect(answer.statusCode).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject(body);
  });
});
