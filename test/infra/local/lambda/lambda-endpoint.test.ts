import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { testFunction, writeAssembly } from "../cloud-assembly.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const speaker = `
export const handler = async (event, context) => {
  for (const line of event.lines ?? []) console.log(line);
  if (event.fail) throw new TypeError("no voice");
  if (event.pause) await new Promise((resolve) => setTimeout(resolve, event.pause));
  return event.mute ? undefined : { heard: event, id: context.awsRequestId };
};`;

const root = temporaryFolder();
let stack: LocalStack;
const ran: string[] = [];
beforeAll(async () => {
  const template = writeAssembly(join(root, "cdk.out"), {
    code: { speaker },
    resources: { Speaker: testFunction("speaker") },
  });
  stack = await startLocalStack({ template, dataFolder: join(root, "data"), concurrency: 2 });
  stack.subscribe((event) => event.type === "log" && ran.push(event.line));
});
afterAll(() => stack.close());

const invoke = (name: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${stack.endpoints.lambda}/2015-03-31/functions/${name}/invocations`, {
    method: "POST",
    body,
    headers,
  });
const tailOf = (response: Response): string =>
  Buffer.from(response.headers.get("x-amz-log-result") ?? "", "base64").toString("utf8");

describe("Invoke over HTTP", () => {
  it.each([
    "Test-Speaker",
    "Test-Speaker:$LATEST",
    "Test-Speaker%3A%24LATEST",
    "000000000000:function:Test-Speaker",
    "arn:aws:lambda:us-east-1:000000000000:function:Test-Speaker",
    encodeURIComponent("arn:aws:lambda:us-east-1:000000000000:function:Test-Speaker"),
  ])("finds %s", async (name) => {
    const response = await invoke(name, '{"said":"“Yes”"}');
    expect(response.status).toBe(200);
    expect(response.headers.get("x-amz-executed-version")).toBe("$LATEST");
    expect(response.headers.get("x-amz-function-error")).toBeNull();
    expect(await response.json()).toEqual({ heard: { said: "“Yes”" }, id: expect.any(String) });
  });

  it.each([
    ["no event is an empty one", "", { heard: {}, id: expect.any(String) }],
    ["no result is null", '{"mute":true}', null],
  ])("%s", async (_, body, result) => {
    expect(await (await invoke("Test-Speaker", body)).json()).toEqual(result);
  });

  it("says that the handler threw, and how", async () => {
    const response = await invoke("Test-Speaker", '{"fail":true}', { "x-amz-log-type": "Tail" });
    expect([response.status, response.headers.get("x-amz-function-error")]).toEqual([200, "Unhandled"]);
    expect(await response.json()).toMatchObject({ errorType: "TypeError", errorMessage: "no voice" });
    expect(tailOf(response)).toContain("no voice");
  });

  it("gives back the lines of its own invocation, and no others", async () => {
    const loud = (word: string) =>
      invoke("Test-Speaker", JSON.stringify({ lines: [`${word} ü`, `${word} 2`], pause: 50 }), {
        "x-amz-log-type": "Tail",
      });
    const [one, two] = await Promise.all([loud("one"), loud("two")]);
    expect([tailOf(one), tailOf(two)]).toEqual(["one ü\none 2\n", "two ü\ntwo 2\n"]);
    expect((await invoke("Test-Speaker", '{"lines":["x"]}')).headers.get("x-amz-log-result")).toBeNull();
  });

  it.each([
    ["from the beginning of a line", Array.from({ length: 100 }, (_, n) => `${n} ${"a".repeat(97)}`), "60 a"],
    ["within a line that is longer", ["short", "ß".repeat(3000)], "ß"],
  ])("gives the last 4 KB of a long log, %s", async (_, lines, start) => {
    const response = await invoke("Test-Speaker", JSON.stringify({ lines }), { "x-amz-log-type": "Tail" });
    const tail = tailOf(response);
    expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(4100);
    expect(tail.replace(/^�/u, "").startsWith(start)).toBe(true);
    expect(tail.endsWith(`${lines.at(-1)?.slice(-20)}\n`)).toBe(true);
  });

  it("takes an event of the type Event at once, and idle waits for it", async () => {
    const body = JSON.stringify({ lines: ["by itself"], pause: 100 });
    const response = await invoke("Test-Speaker", body, { "x-amz-invocation-type": "Event" });
    expect([response.status, await response.text()]).toEqual([202, ""]);
    await stack.idle();
    expect(ran).toContain("by itself");
  });

  it("runs nothing for a DryRun", async () => {
    const body = '{"lines":["dry"]}';
    const response = await invoke("Test-Speaker", body, { "x-amz-invocation-type": "DryRun" });
    expect(response.status).toBe(204);
    await stack.idle();
    expect(ran).not.toContain("dry");
  });

  it.each([
    ["another function", "Nobody", "{}", {}, 404, "ResourceNotFoundException", "There are: Test-Speaker"],
    ["another version", "Test-Speaker:7", "{}", {}, 404, "ResourceNotFoundException", "version 7"],
    ["a broken name", "100%", "{}", {}, 404, "ResourceNotFoundException", "Function not found: 100%"],
    ["no JSON", "Test-Speaker", "{", {}, 400, "InvalidRequestContentException", "Could not parse"],
    [
      "an event that is too large",
      "Test-Speaker",
      `"${"a".repeat(1_048_576)}"`,
      { "x-amz-invocation-type": "Event" },
      413,
      "RequestTooLargeException",
      "1048578 byte payload",
    ],
    [
      "another type",
      "Test-Speaker",
      "{}",
      { "x-amz-invocation-type": "Maybe" },
      400,
      "InvalidParameterValueException",
      "Maybe is no invocation type",
    ],
  ])("refuses %s", async (_, name, body, headers, status, type, message) => {
    const response = await invoke(name, body, headers as Record<string, string>);
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([status, type]);
    expect(await response.json()).toEqual({ Type: "User", message: expect.stringContaining(message) });
  });

  it("refuses other operations", async () => {
    const response = await fetch(`${stack.endpoints.lambda}/2015-03-31/functions/`);
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([
      404,
      "UnknownOperationException",
    ]);
  });
});
