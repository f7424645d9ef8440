import { readFile } from "node:fs/promises";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buryHead, raiseHead, rejectHead } from "#functions/store/head.ts";
import { sortableSequencer } from "#functions/store/sequencer.ts";
import { writeEdition } from "#functions/store/write-edition.ts";
import { context } from "./local-parts.ts";
import { type LocalTable, startLocalTable } from "./local-table.ts";
import { revisionOf, type SampleUpload, sampleBucket, sampleEdition } from "./sample-results.ts";

let local: LocalTable;
let handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Keys that tell whether a path is decoded once, and neither twice nor never. */
const awkwardKeys = [
  "Søndre kyst/profit + loss/earnings.txt",
  "100%25 sure.txt",
  "a/b/c.txt",
  "two\nlines\u2028.txt",
];

beforeAll(async () => {
  local = await startLocalTable();
  const { table } = local;
  const since = "2026-03-01T00:00:00.000Z";
  for (const [number, key] of awkwardKeys.entries()) {
    const upload: SampleUpload = {
      key,
      sequencer: "0A",
      published: `2026-02-0${number + 1}`,
      sayings: [{ name: "Ada Brook", words: `Figure ${number}.`, worth: number / 5 }],
    };
    const { bucket, sequencer, revision } = revisionOf(upload);
    await raiseHead(table, { article: { bucket, key }, sequencer, revision, since });
    await writeEdition(table, revisionOf(upload), sampleEdition(upload));
  }
  const several: SampleUpload = {
    key: "several.txt",
    sequencer: "0A",
    published: "2025-01-01",
    sayings: [0.3, 0.9, 0.6].map((worth) => ({ name: null, words: `Worth ${worth}.`, worth })),
  };
  const { bucket, sequencer, revision } = revisionOf(several);
  await raiseHead(table, { article: { bucket, key: several.key }, sequencer, revision, since });
  await writeEdition(table, revisionOf(several), sampleEdition(several));
  const upload = (key: string) => ({
    article: { bucket: sampleBucket, key },
    sequencer: sortableSequencer("1"),
    revision: "v",
    since,
  });
  await raiseHead(table, upload("refused.bin"));
  await rejectHead(table, upload("refused.bin"), { code: "binary", message: "is an image" }, "x");
  await buryHead(table, upload("gone.txt"));
  handler = (await import("#functions/api/handler.ts")).handler as typeof handler;
});
afterAll(() => local.close());

/** A request as an HTTP API with the route `/{proxy+}` hands it on: decoded. */
function request(path: string, query?: Record<string, string>): APIGatewayProxyEventV2 {
  const decoded = decodeURIComponent(path);
  return {
    version: "2.0",
    routeKey: path === "/" ? "GET /" : "GET /{proxy+}",
    rawPath: decoded,
    rawQueryString: "",
    headers: {},
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(path === "/" ? {} : { pathParameters: { proxy: decoded.slice(1) } }),
    requestContext: {
      accountId: "1",
      apiId: "a",
      domainName: "a.execute-api.eu-west-1.amazonaws.com",
      domainPrefix: "a",
      http: { method: "GET", path: decoded, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "r",
      routeKey: "GET /{proxy+}",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    isBase64Encoded: false,
  };
}

/** The same as a function URL hands it on: as the caller wrote it. */
function urlRequest(path: string): APIGatewayProxyEventV2 {
  const event = request(path);
  const { pathParameters: _, ...rest } = event;
  return {
    ...rest,
    routeKey: "$default",
    rawPath: path,
    requestContext: {
      ...event.requestContext,
      domainName: "a.lambda-url.eu-west-1.on.aws",
      http: { ...event.requestContext.http, path },
    },
  };
}

async function ask(event: APIGatewayProxyEventV2) {
  const answer = await handler(event, context);
  return {
    status: answer.statusCode,
    type: answer.headers?.["Content-Type"],
    body: JSON.parse(answer.body ?? ""),
  };
}

const encoded = (key: string) => key.split("/").map(encodeURIComponent).join("/");

describe("GET", () => {
  it("/ lists the routes", async () => {
    const { status, body } = await ask(request("/"));
    expect(status).toBe(200);
    expect(body.routes).toHaveLength(7);
  });

  it.each(awkwardKeys)(
    "/articles/{bucket}/%s, decoded exactly once from either kind of endpoint",
    async (key) => {
      const path = `/articles/${sampleBucket}/${encoded(key)}`;
      for (const event of [request(path), urlRequest(path)]) {
        const { status, type, body } = await ask(event);
        expect([status, type]).toEqual([200, "application/json"]);
        expect(body).toMatchObject({ article: { key }, state: "complete", actors: [{ name: "Ada Brook" }] });
        expect(body.attributions[0].quotes).toHaveLength(1);
        expect(body.attributions[0]).not.toHaveProperty("pk");
      }
    },
  );

  it.each([
    [{}, [0.3, 0.9, 0.6]],
    [{ claims: "place" }, [0.3, 0.9, 0.6]],
    [{ claims: "worth" }, [0.9, 0.6, 0.3]],
  ])("/articles/{bucket}/{key} with %j gives its claims in that order", async (query, worths) => {
    const { body } = await ask(request(`/articles/${sampleBucket}/several.txt`, query));
    expect(body.claims.map((claim: { checkWorthy: number }) => claim.checkWorthy)).toEqual(worths);
  });

  it("/articles?state=rejected says why", async () => {
    const { body } = await ask(request("/articles", { state: "rejected" }));
    expect(body.items).toMatchObject([{ article: { key: "refused.bin" }, rejection: { code: "binary" } }]);
    expect(body.cursor).toBeNull();
  });

  it("/actors, /actors/{id} and what an actor said, in pages", async () => {
    expect((await ask(request("/actors", { prefix: "ada" }))).body.items).toMatchObject([
      { id: "ada-brook" },
    ]);
    expect((await ask(request("/actors/ada-brook"))).body).toMatchObject({ said: 8, articles: 4 });
    const path = "/actors/ada-brook/statements";
    const first = await ask(request(path, { kind: "quotes", limit: "2" }));
    expect(first.body.items.map((item: { date: string }) => item.date)).toEqual(["2026-02-04", "2026-02-03"]);
    const { cursor } = first.body;
    const next = await ask(request(path, { kind: "quotes", limit: "2", cursor }));
    expect(next.body).toMatchObject({
      items: [{ date: "2026-02-02" }, { date: "2026-02-01" }],
      cursor: null,
    });
    const range = await ask(request(path, { from: "2026-02-02", to: "2026-02-02" }));
    expect(range.body.items).toHaveLength(2);
  });

  it("/claims of a day and of a range", async () => {
    expect((await ask(request("/claims", { day: "2026-02-02" }))).body.items).toHaveLength(1);
    const range = await ask(request("/claims", { from: "2026-02-01", to: "2026-02-28" }));
    expect(range.body.items.map((item: { checkWorthy: number }) => item.checkWorthy)).toEqual([
      0.6, 0.4, 0.2, 0,
    ]);
  });
});

describe("a wrong request gets one sentence", () => {
  it.each<[string, Record<string, string> | undefined, number, RegExp]>([
    ["/actors", { limit: "0" }, 400, /^limit must be a whole number from 1 to 100$/u],
    ["/actors", { limit: "many" }, 400, /^limit must/u],
    ["/actors", { order: "age" }, 400, /^order must be one of name, count$/u],
    ["/actors", { colour: "red" }, 400, /^colour is no parameter of this route/u],
    ["/actors", { cursor: "nonsense" }, 400, /^cursor: /u],
    ["/articles", undefined, 400, /^state must be one of rejected, processing$/u],
    ["/articles/articles/several.txt", { claims: "age" }, 400, /^claims must be one of place, worth$/u],
    ["/claims", undefined, 400, /^day is missing/u],
    ["/claims", { day: "2026-02-30" }, 400, /^day must be a day like/u],
    ["/claims", { day: "2026-02-03", from: "2026-02-01" }, 400, /^day cannot stand beside/u],
    ["/claims", { from: "2026-02-03", to: "2026-02-01" }, 400, /^from .* comes after to/u],
    ["/claims", { from: "2026-01-01", to: "2026-12-31" }, 400, /at most 31/u],
    ["/actors/ada-brook/statements", { kind: "songs" }, 400, /^kind must be one of/u],
    ["/actors/ada-brook/statements", { from: "2026-02-03", to: "2026-02-01" }, 400, /^from/u],
    ["/actors/nobody", undefined, 404, /no actor nobody/u],
    ["/actors/nobody/statements", undefined, 404, /no actor nobody/u],
    ["/articles/articles/never.txt", undefined, 404, /^no article articles\/never.txt/u],
    ["/articles/articles/gone.txt", undefined, 404, /was deleted on 2026-03-01/u],
    ["/articles/articles", undefined, 404, /bucket/u],
    ["/nowhere", undefined, 404, /no route GET \/nowhere/u],
  ])("%s %j", async (path, query, status, sentence) => {
    const answer = await ask(request(path, query));
    expect([answer.status, answer.type]).toEqual([status, "application/json"]);
    expect(answer.body.error).toMatch(sentence);
    expect(answer.body.error).not.toContain("\n");
  });

  it.each([
    ["/actors/LONG", /^there is no actor éé/u],
    ["/actors/LONG/statements", /^there is no actor éé/u],
    ["/articles/articles/LONG", /^no article articles\/éé/u],
    ["/articles/LONG/a.txt", /^no article éé/u],
  ])("%s with a name longer than any key of the table", async (path, sentence) => {
    const answer = await ask(request(path.replace("LONG", "é".repeat(1100))));
    expect(answer).toMatchObject({ status: 404, body: { error: expect.stringMatching(sentence) } });
  });

  it.each(["api-actors", "api-article", "api-article-encoded-key"])(
    "events/%s.json is understood",
    async (name) => {
      const event = JSON.parse(
        (await readFile(`events/${name}.json`, "utf8")).replaceAll("onrecord-articles", sampleBucket),
      );
      const { status, body } = await ask(event);
      if (name === "api-article") expect(body.error).toMatch(/^no article articles\//u);
      else expect(status).toBe(200);
    },
  );
});
