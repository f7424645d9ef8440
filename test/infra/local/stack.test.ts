import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BusEvent } from "#infra/local/event-bus.ts";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { closeServer, listenOnLoopback } from "#infra/local/loopback.ts";
import { startLocalStack } from "#infra/local/stack.ts";
import { writePressStack } from "./press-stack.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
const dataFolder = join(root, "data");
let template: string;
let stack: LocalStack;
const events: BusEvent[] = [];

async function start(): Promise<void> {
  stack = await startLocalStack({ template, dataFolder, retryAfter: 0 });
  stack.subscribe((event) => event.type === "event" && events.push(event.event));
}
const at = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});
const put = (Key: string, Body: string) =>
  new S3Client(at(stack.endpoints.s3)).send(new PutObjectCommand({ Bucket: "test-articles", Key, Body }));
const item = async (key: string) => {
  const client = new DynamoDBClient(at(stack.endpoints.dynamodb));
  const { Item } = await client.send(
    new GetItemCommand({ TableName: "Test-Table", Key: { pk: { S: key } } }),
  );
  return Item?.text?.S;
};
const receive = async (name: string) => {
  const QueueUrl = `${stack.endpoints.sqs}/000000000000/${name}`;
  const input = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 };
  const { Messages } = await new SQSClient(at(stack.endpoints.sqs)).send(new ReceiveMessageCommand(input));
  return (Messages ?? []).map((message) => JSON.parse(message.Body ?? ""));
};

beforeAll(async () => {
  template = await writePressStack(join(root, "cdk.out"));
  await start();
});
afterAll(() => stack.close());

describe("the local stack", () => {
  it("takes an object through queue, function, table, stream and bus before it is idle", async () => {
    await put("heard/Lena Odell +1 ä.txt", "The bridge opens in May.");
    await stack.idle();
    const pk = "heard/Lena Odell +1 ä.txt";
    expect(await item(pk)).toBe("The bridge opens in May.");
    const seen = events.filter((event) => event.source === "press");
    expect(seen).toMatchObject([{ "detail-type": "INSERT", account: "000000000000", region: "us-east-1" }]);
    expect(seen[0]?.detail).toMatchObject({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: "INSERT",
      eventSource: "aws:dynamodb",
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:us-east-1:000000000000:table\/Test-Table\/stream\//,
      ),
      awsRegion: "us-east-1",
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: pk } },
        NewImage: { text: { S: "The bridge opens in May." } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    });
    expect(await receive("Test-Heard")).toEqual(seen);
    await expect
      .poll(() => readFileSync(join(stack.logFolder, "Test-Heads.log"), "utf8"))
      .toContain(seen[0]?.id);
  });

  it("sends a message that keeps failing to the dead letters, and loses none of its neighbours", async () => {
    const keys = Array.from({ length: 12 }, (_, index) => (index === 5 ? "poison.txt" : `good-${index}.txt`));
    await Promise.all(keys.map((key) => put(key, key)));
    await stack.idle();
    for (const key of keys) expect(await item(key)).toBe(key === "poison.txt" ? undefined : key);
    expect(stack.queueDepth("Dead").visible).toBe(1);
    const [dead] = await receive("Test-Dead");
    expect(dead.Records[0].s3.object.key).toBe("poison.txt");
    await expect.poll(() => readFileSync(join(stack.logFolder, "Test-Work.log"), "utf8")).toContain("poison");
  });

  it("gives a function its own variables, Lambda's, and those of the SDK's endpoints, and no others", async () => {
    const result = await stack.invoke("Probe", { act: "look" });
    const value = result.ok
      ? (result.value as { environment: Record<string, string>; remaining: number })
      : undefined;
    expect(value?.environment).toMatchObject({
      QUEUE_URL: `${stack.endpoints.sqs}/000000000000/Test-Queue`,
      AWS_LAMBDA_FUNCTION_NAME: "Test-Probe",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
      AWS_ENDPOINT_URL_S3: stack.endpoints.s3,
      AWS_REGION: "us-east-1",
    });
    expect(value?.environment).not.toHaveProperty("HOME");
    expect(value?.remaining).toBeGreaterThan(0);
    expect(value?.remaining).toBeLessThanOrEqual(60_000);
  });

  it.each([
    ["throws", "Probe", "throw", "TypeError", "thrown"],
    ["runs past its timeout", "Hasty", "wait", "Sandbox.Timedout", "timed out"],
    ["ends its process", "Probe", "exit", "Runtime.ExitError", "code 3"],
    ["needs more memory than it has", "Probe", "fill", "Runtime.OutOfMemory", "128 MB"],
  ])("reports a function that %s, and runs it again after", async (_, name, act, errorType, message) => {
    const result = await stack.invoke(name, { act });
    expect(result).toMatchObject({
      ok: false,
      error: { errorType, errorMessage: expect.stringContaining(message) },
    });
    expect(await stack.invoke(name, { act: "go on" })).toMatchObject({ ok: true });
  });

  it.each([
    [
      "/articles/a%20b%2Bc?day=1&day=2",
      203,
      { routeKey: "GET /articles/{id}", pathParameters: { id: "a b+c" } },
    ],
    ["/articles/latest", 203, { routeKey: "GET /articles/latest" }],
    ["/files/a/b", 203, { routeKey: "ANY /files/{path+}", pathParameters: { path: "a/b" } }],
    ["/nothing", 404, { message: "Not Found" }],
  ])("answers %s", async (path, status, body) => {
    const response = await fetch(stack.endpoints.api + path);
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(body)]);
  });

  it("hands an API request over in payload format 2.0 and sends back all of the answer", async () => {
    const response = await fetch(`${stack.outputs.Url}files/x?q=1&q=2`, { method: "POST", body: "sent" });
    expect(response.headers.get("x-seen")).toBe("yes");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.json()).toMatchObject({
      version: "2.0",
      rawPath: "/files/x",
      rawQueryString: "q=1&q=2",
      queryStringParameters: { q: "1,2" },
      requestContext: { http: { method: "POST", path: "/files/x" }, stage: "$default" },
      body: "sent",
      isBase64Encoded: false,
    });
  });

  it("refuses events one by one", async () => {
    const entry = { EventBusName: "press-bus", Source: "press", DetailType: "Note", Detail: "{}" };
    const { FailedEntryCount, Entries } = await new EventBridgeClient(at(stack.endpoints.events)).send(
      new PutEventsCommand({
        Entries: [entry, { ...entry, Detail: "[" }, { ...entry, EventBusName: "none" }],
      }),
    );
    expect(FailedEntryCount).toBe(2);
    expect(Entries?.map((one) => one.ErrorCode)).toEqual([
      undefined,
      "MalformedDetail",
      "ResourceNotFoundException",
    ]);
  });

  it("refuses a second one on its data folder, and a port that is taken", async () => {
    await expect(startLocalStack({ template, dataFolder })).rejects.toThrow(
      "in use by a running local stack",
    );
    const other = createServer();
    const port = await listenOnLoopback(other, 0, "test");
    for (const part of ["s3", "sqs", "dynamodb", "events", "api", "lambda"] as const) {
      const busy = startLocalStack({ template, dataFolder: join(root, "busy"), ports: { [part]: port } });
      await expect(busy).rejects.toThrow(`Port ${port}, wanted for ${part}, is used by another program`);
    }
    await closeServer(other);
  });

  it("names the lowest of two ports that are taken, whichever part wants it", async () => {
    const others = [createServer(), createServer()];
    const taken = await Promise.all(others.map((one) => listenOnLoopback(one, 0, "test")));
    const [low = 0, high = 0] = taken.toSorted((a, b) => a - b);
    for (const ports of [
      { s3: low, sqs: high },
      { sqs: low, s3: high },
      { lambda: low, dynamodb: high },
    ]) {
      const busy = startLocalStack({ template, dataFolder: join(root, "busy"), ports });
      await expect(busy).rejects.toThrow(`Port ${low}, wanted for`);
    }
    await Promise.all(others.map(closeServer));
  });

  it("names what there is where something is not found", () => {
    expect(() => stack.find("AWS::SQS::Queue", "Nope")).toThrow("There are: Dead, Queue, Heard");
  });

  it("starts again with what it had, and does not do it twice", async () => {
    await stack.close();
    await expect(fetch(stack.endpoints.s3)).rejects.toThrow();
    await expect(fetch(stack.endpoints.dynamodb)).rejects.toThrow();
    events.length = 0;
    await start();
    await stack.idle();
    expect(events).toEqual([]);
    const get = new GetObjectCommand({ Bucket: "test-articles", Key: "good-1.txt" });
    const { Body } = await new S3Client(at(stack.endpoints.s3)).send(get);
    expect(await Body?.transformToString()).toBe("good-1.txt");
    expect(await item("good-1.txt")).toBe("good-1.txt");
    expect(stack.queueDepth("Dead")).toMatchObject({ visible: 1 });

    await put("good-1.txt", "again");
    await stack.idle();
    expect(events.map((event) => event["detail-type"])).toEqual(["MODIFY"]);
  });
});
