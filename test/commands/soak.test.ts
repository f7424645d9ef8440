import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chanceOf } from "#commands/soak/chance.ts";
import { compareViews, type Expected } from "#commands/soak/compare-views.ts";
import { yieldOf } from "#commands/soak/expected-results.ts";
import { generatedArticle, generatedBadFile } from "#commands/soak/generated-article.ts";
import { readHead } from "#functions/store/head.ts";
import { articlesBucket, type LocalParts, startLocalParts } from "../functions/local-parts.ts";

async function soak(...args: string[]) {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["commands/soak.ts", ...args]);
    return { code: 0, says: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, says: stderr };
  }
}

describe("the command line", () => {
  it.each([
    [["--help"], 0, "Usage: npm run soak"],
    [["--uploads", "0"], 2, "soak: --uploads 0 is no number of files"],
    [["--seed", "x"], 2, "soak: --seed x is no whole number"],
    [["--rush", "-"], 2, "soak: --rush - is no number of times"],
    [["--fast"], 2, "'--fast'"],
  ])("%j", async (args, code, says) => {
    const answer = await soak(...args);
    expect(answer.says).toContain(says);
    expect(answer.code).toBe(code);
  });
});

it("a small soak with kills ends exact and leaves nothing behind", { timeout: 180_000 }, async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("onrecord-soak-"));
  const before = folders();
  const { code, says } = await soak("--uploads", "60", "--seed", "11");
  expect(says).toMatch(/^exact: 60 uploads of \d+ keys in \d+ s, seed 11\n/u);
  expect(code).toBe(0);
  expect(folders().filter((name) => !before.includes(name))).toEqual([]);
});

it("an article overwritten while under way, deleted and uploaded again is right twenty times over", {
  timeout: 240_000,
}, async () => {
  const { code, says } = await soak("--rush", "20", "--seed", "12");
  expect(code).toBe(0);
  const lines = says.trim().split("\n");
  expect(lines).toHaveLength(20);
  for (const line of lines)
    expect(line).toMatch(/^round \d+: four deeds in \d{1,4} ms, .*; exact, \d+ results$/u);
  // An article may be done before it is met under way; not each time.
  expect(lines.filter((line) => line.includes("overwritten while under way")).length).toBeGreaterThan(0);
});

describe("generated files", () => {
  it("are the same again for the same seed, and others for another", () => {
    const several = (seed: number) => {
      const chance = chanceOf(seed);
      return Array.from({ length: 5 }, () => generatedArticle(chance));
    };
    expect(several(1)).toEqual(several(1));
    expect(several(1)).not.toEqual(several(2));
  });

  it("are taken or refused as they should be", () => {
    const chance = chanceOf(3);
    const codes = new Set<string>();
    for (let round = 0; round < 50; round++) {
      const version = { revision: "v", uploaded: "2031-01-01T00:00:00.000Z" };
      const article = { bucket: "b", key: "k" };
      const good = yieldOf(article, {
        ...version,
        bytes: new TextEncoder().encode(generatedArticle(chance)),
      });
      expect("items" in good && good.items.length > 0).toBe(true);
      const bad = yieldOf(article, { ...version, bytes: generatedBadFile(chance) });
      codes.add("rejection" in bad ? bad.rejection.code : "taken");
    }
    expect([...codes].sort()).toEqual(["binary", "empty", "invalid-encoding", "unsupported-language"]);
  });
});

describe("comparing views", () => {
  let parts: LocalParts;
  let expected: Map<string, NonNullable<ReturnType<Expected["get"]>> | null>;
  beforeAll(async () => {
    parts = await startLocalParts();
  });
  afterAll(() => parts.close());

  const change = (key: { pk: string; sk: string }, name: string, value: unknown) =>
    parts.table.client.send(
      new UpdateCommand({
        TableName: parts.table.name,
        Key: key,
        UpdateExpression: "SET #name = :value",
        ExpressionAttributeNames: { "#name": name },
        ExpressionAttributeValues: { ":value": value },
      }),
    );
  const one = async (kind: string) => {
    const found = (await parts.everything()).find((row) => row.kind === kind);
    return { pk: String(found?.pk), sk: String(found?.sk) };
  };

  beforeEach(async () => {
    const chance = chanceOf(5);
    expected = new Map();
    for (const key of ["one.txt", "two.txt", "bad.txt", "gone.txt"]) {
      const bytes = key === "bad.txt" ? new Uint8Array() : new TextEncoder().encode(generatedArticle(chance));
      await parts.put(key, bytes);
      if (key === "gone.txt") await parts.remove(key);
      await parts.settle();
      const head = await readHead(parts.table, { bucket: articlesBucket, key });
      const revision = head?.latestRevision ?? "";
      const uploaded = head?.current?.uploaded ?? "";
      const yielded = yieldOf({ bucket: articlesBucket, key }, { bytes, revision, uploaded });
      expected.set(key, key === "gone.txt" ? null : { revision, yield: yielded });
    }
  });

  it("finds nothing where all is well", async () => {
    const compared = await compareViews(parts.table, articlesBucket, expected);
    expect(compared).toMatchObject({ articles: 2, rejected: 1, deleted: 1 });
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ["a changed result", async () => change(await one("claim"), "statement", "Other."), /^results of/u],
    ["wrong totals", async () => change(await one("actor-total"), "claims", 999), /^all actors by name/u],
    [
      "a missing part of the totals",
      async () =>
        parts.table.client.send(
          new DeleteCommand({ TableName: parts.table.name, Key: await one("actor-part") }),
        ),
      /^items of each kind/u,
    ],
    [
      "a leftover",
      () =>
        change({ pk: `article#${articlesBucket}/one.txt`, sk: "rev#01.1~0#claim#000001" }, "kind", "claim"),
      /^items of each kind/u,
    ],
    ["an article that is expected gone", async () => expected.set("one.txt", null), /^results of one\.txt/u],
    [
      "another revision",
      async () => expected.set("one.txt", { revision: "other", yield: { items: [] } }),
      /^results of one\.txt/u,
    ],
  ])("finds %s", async (_, spoil, message) => {
    await spoil();
    await expect(compareViews(parts.table, articlesBucket, expected)).rejects.toThrow(message);
    for (const row of await parts.everything()) {
      const { pk, sk } = row;
      await parts.table.client.send(new DeleteCommand({ TableName: parts.table.name, Key: { pk, sk } }));
    }
  });
});
