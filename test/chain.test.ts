import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { templateFolder } from "#commands/start/template-folder.ts";
import { eventDetailSchema } from "#functions/publish/article-event.ts";
import type { LocalStack } from "#infra/local/local-stack.ts";
import { startLocalStack } from "#infra/local/stack.ts";

const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const article = (name: string): string =>
  readFileSync(new URL(`articles/${name}.txt`, import.meta.url), "utf8");

let stack: LocalStack;
let folder: string;
let s3: S3Client;
let table: DynamoDBDocumentClient;
const events: { type: string; key: string; reason: string | undefined; actors: readonly string[] }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-chain-"));
  const template = await templateFolder(() => {});
  stack = await startLocalStack({ template, dataFolder: folder, retryAfter: 1 });
  stack.subscribe((happened) => {
    if (happened.type !== "event") return;
    const { article, reason, actors } = eventDetailSchema.parse(happened.event.detail);
    events.push({ type: happened.event["detail-type"], key: article.key, reason: reason?.code, actors });
  });
  s3 = new S3Client({ endpoint: stack.endpoints.s3, region: "us-east-1", forcePathStyle: true, credentials });
  const client = new DynamoDBClient({ endpoint: stack.endpoints.dynamodb, region: "us-east-1", credentials });
  table = DynamoDBDocumentClient.from(client);
}, 60_000);

afterAll(async () => {
  s3?.destroy();
  table?.destroy();
  await stack?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => void events.splice(0));

const put = (key: string, Body: string) =>
  s3.send(new PutObjectCommand({ Bucket: stack.outputs.ArticlesBucket, Key: key, Body }));

/** What the tests look at in an answer. */
interface Answer {
  readonly attributions: readonly { readonly actor: { readonly id: string } | null }[];
  readonly items: readonly unknown[];
}

const ask = async (path: string): Promise<{ status: number; body: Answer }> => {
  const response = await fetch(`${stack.endpoints.api}${path}`);
  return { status: response.status, body: (await response.json()) as Answer };
};

const pathOf = (key: string): string =>
  `/articles/${stack.outputs.ArticlesBucket}/${key.split("/").map(encodeURIComponent).join("/")}`;

/** Every item of the table that is of an article: in its own partition or in an actor's. */
async function itemsOf(key: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client: table }, { TableName: stack.outputs.ResultsTable })) {
    items.push(...(page.Items ?? []));
  }
  return items.filter(({ article }) => (article as { key?: string } | undefined)?.key === key);
}

describe("an article dropped into the bucket", () => {
  it("comes out as items, an answer of the API and an event", async () => {
    await put("court.txt", article("court"));
    await stack.idle();
    expect(events).toMatchObject([{ type: "Article Completed", key: "court.txt" }]);
    expect(events[0]?.actors).toContain("pauline-ostrow");

    const { status, body } = await ask(pathOf("court.txt"));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "complete",
      results: { published: "2022-11-08", byline: ["Colette Marsh"] },
    });
    const said = body.attributions.filter(({ actor }) => actor?.id === "pauline-ostrow");
    expect(said.length).toBeGreaterThan(2);
    expect((await ask("/actors/pauline-ostrow")).body).toMatchObject({ name: "Pauline Ostrow", articles: 1 });

    const kinds = new Set((await itemsOf("court.txt")).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["head", "attribution", "claim", "actor"]));
  });

  it("is replaced by the next upload of its key, in every view", async () => {
    await put("court.txt", article("sport"));
    await stack.idle();
    expect((await ask(pathOf("court.txt"))).body).toMatchObject({ results: { byline: ["Felix Oduya"] } });
    expect((await ask("/actors/pauline-ostrow/statements")).status).toBe(404);
    const revisions = new Set((await itemsOf("court.txt")).map(({ revision }) => revision).filter(Boolean));
    expect(revisions.size).toBe(1);
  });

  it("leaves nothing but a tombstone when it is removed", async () => {
    await s3.send(new DeleteObjectCommand({ Bucket: stack.outputs.ArticlesBucket, Key: "court.txt" }));
    await stack.idle();
    expect(events).toMatchObject([{ type: "Article Deleted", key: "court.txt" }]);
    expect((await ask(pathOf("court.txt"))).status).toBe(404);
    expect(await itemsOf("court.txt")).toMatchObject([{ sk: "head", state: "deleted" }]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a blank file", "blank.txt", " \n", "empty"],
    ["a binary", "picture.txt", "\u0000\u0001\u0002\u0000\u0003", "binary"],
    [
      "another language",
      "deutsch.txt",
      "Die Bürgermeisterin sagte am Montag, dass die neue Brücke über den Fluss erst im Mai fertig werde und nicht schon im März.",
      "unsupported-language",
    ],
  ])("%s ends as a rejected head with its reason, and costs no other article", async (_, key, body, code) => {
    await Promise.all([put(key, body), put("beside.txt", article("wire-dateline"))]);
    await stack.idle();
    expect(events).toContainEqual({ type: "Article Rejected", key, reason: code, actors: [] });
    expect(events.map(({ key }) => key)).toContain("beside.txt");
    const { body: listed } = await ask("/articles?state=rejected");
    expect(listed.items).toContainEqual(
      expect.objectContaining({
        article: expect.objectContaining({ key }),
        rejection: expect.objectContaining({ code }),
      }),
    );
  });
});

describe("keys", () => {
  it.each([
    ["with spaces, plus and percent", "a folder/one + one = 100% & more.txt"],
    ["not in ASCII", "Zürich/日本語 – 😀.txt"],
    ["of 1,024 bytes", `${"k".repeat(1020)}.txt`],
  ])("%s lead to the article", async (_, key) => {
    await put(key, article("earnings"));
    await stack.idle();
    expect(events).toMatchObject([{ type: "Article Completed", key }]);
    expect((await ask(pathOf(key))).status).toBe(200);
  });
});
