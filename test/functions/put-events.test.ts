import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ArticleEvent } from "#functions/publish/article-event.ts";
import { putEvents } from "#functions/publish/put-events.ts";

/** A bus that refuses events whose revision is in `refusals`, so many times. */
const refusals = new Map<string, number>();
const taken: string[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const entries: { Detail: string }[] = JSON.parse(body).Entries;
  const answers = entries.map(({ Detail }) => {
    const { revision } = JSON.parse(Detail);
    const left = refusals.get(revision) ?? 0;
    refusals.set(revision, left - 1);
    if (left > 0) return { ErrorCode: "ThrottlingException", ErrorMessage: "slow down" };
    taken.push(revision);
    return { EventId: revision };
  });
  response.setHeader("content-type", "application/x-amz-json-1.1");
  response.end(
    JSON.stringify({
      FailedEntryCount: answers.filter((answer) => "ErrorCode" in answer).length,
      Entries: answers,
    }),
  );
});
let client: EventBridgeClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new EventBridgeClient({
    region: "eu-west-1",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const event = (revision: string): { id: string; event: ArticleEvent } => ({
  id: `record-${revision}`,
  event: {
    type: "Article Deleted",
    detail: {
      article: { bucket: "b", key: "k" },
      revision,
      sequencer: "01.A",
      title: null,
      published: null,
      actors: [],
      counts: null,
      reason: null,
      extractor: null,
    },
  },
});

it("sends what the bus refused once more, and names what it goes on refusing", async () => {
  refusals.set("v2", 2).set("v4", 100);
  const refused = await putEvents({ client, name: "onrecord" }, ["v1", "v2", "v3", "v4"].map(event));
  expect(refused).toEqual(["record-v4"]);
  expect(taken).toEqual(["v1", "v3", "v2"]);
});
