import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InvalidCursorError } from "#functions/store/cursor.ts";
import { raiseHead, rejectHead } from "#functions/store/head.ts";
import { readActors } from "#functions/store/read-actors.ts";
import { readArticle } from "#functions/store/read-article.ts";
import { daysBetween, readClaims } from "#functions/store/read-claims.ts";
import { readStatements } from "#functions/store/read-statements.ts";
import { readStates } from "#functions/store/read-states.ts";
import type { Page, PageRequest } from "#functions/store/read-view.ts";
import { sortableSequencer } from "#functions/store/sequencer.ts";
import { writeEdition } from "#functions/store/write-edition.ts";
import { type LocalTable, putItems, startLocalTable } from "../local-table.ts";
import { revisionOf, type SampleUpload, sampleBucket, sampleEdition } from "../sample-results.ts";

let local: LocalTable;

/** Twelve articles on four days; Ada speaks in each, and in each another speaker with a claim of equal worth. */
const uploads: SampleUpload[] = Array.from({ length: 12 }, (_, number) => ({
  key: `article-${number}.txt`,
  sequencer: "0A",
  published: `2026-02-0${1 + (number % 4)}`,
  sayings: [
    { name: "Ada Brook", words: `Figure ${number}.`, worth: number / 20 },
    { name: `Élan Ruiz ${String.fromCharCode(65 + number)}`, words: "Same.", worth: 0.5 },
  ],
}));

beforeAll(async () => {
  local = await startLocalTable();
  const { table } = local;
  for (const upload of uploads) {
    const { bucket, key, sequencer, revision } = revisionOf(upload);
    await raiseHead(table, { article: { bucket, key }, sequencer, revision, since: "2026-03-01T00:00:00Z" });
    await writeEdition(table, revisionOf(upload), sampleEdition(upload));
  }
  // An edition of the first article that no head shows: no view may show it either.
  await putItems(table, sampleEdition({ ...(uploads[0] as SampleUpload), sequencer: "0B" }).items);
  for (let number = 0; number < 9; number++) {
    const upload = {
      article: { bucket: sampleBucket, key: `refused-${number}.bin` },
      sequencer: sortableSequencer("1"),
      revision: "v",
      since: `2026-03-0${1 + (number % 5)}T00:00:00.000Z`,
    };
    await raiseHead(table, upload);
    if (number < 8) await rejectHead(table, upload, { code: "binary", message: "is one" }, "x");
  }
});
afterAll(() => local.close());

/** Reads a view to its end, page by page. */
async function readAll<Row>(read: (page: PageRequest) => Promise<Page<Row>>, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    rows.push(...page.items);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

const descending = <T>(list: readonly T[]) => list.toSorted().toReversed();

describe.each([1, 3, 5, 100])("in pages of %i, each row comes once and in order", (limit) => {
  it("statements of an actor, newest first", async () => {
    const rows = await readAll(
      (page) => readStatements(local.table, { actor: "ada-brook", kind: "both" }, page),
      limit,
    );
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map(({ pk, sk }) => pk + sk)).size).toBe(24);
    expect(rows.map(({ date }) => date)).toEqual(descending(rows.map(({ date }) => date)));
  });

  it("claims of several days, the most check-worthy first", async () => {
    const days = daysBetween("2026-02-01", "2026-02-04");
    const rows = await readAll((page) => readClaims(local.table, days, page), limit);
    expect(new Set(rows.map(({ pk, sk }) => pk + sk)).size).toBe(24);
    expect(rows).toHaveLength(24);
    const worth = rows.map(({ checkWorthy }) => checkWorthy);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
  });

  it("actors by name and by count", async () => {
    const byName = await readAll((page) => readActors(local.table, { order: "name" }, page), limit);
    expect(byName.map(({ name }) => name)).toEqual([
      "Ada Brook",
      ...Array.from({ length: 12 }, (_, number) => `Élan Ruiz ${String.fromCharCode(65 + number)}`),
    ]);
    const byCount = await readAll((page) => readActors(local.table, { order: "count" }, page), limit);
    expect(byCount[0]).toMatchObject({ name: "Ada Brook", said: 24, articles: 12 });
    expect(new Set(byCount.map(({ id }) => id)).size).toBe(13);
  });

  it("rejected articles, newest first", async () => {
    const rows = await readAll((page) => readStates(local.table, "rejected", page), limit);
    expect(rows).toHaveLength(8);
    expect(rows.map(({ since }) => since)).toEqual(descending(rows.map(({ since }) => since)));
    expect(rows[0]?.rejection).toEqual({ code: "binary", message: "is one" });
  });
});

describe("questions", () => {
  it.each([
    ["quotes", "2026-02-02", "2026-02-03", 6],
    ["claims", "2026-02-02", "2026-02-03", 6],
    ["both", "2026-02-04", undefined, 6],
    ["both", undefined, "2026-01-31", 0],
  ] as const)("%s from %s to %s are %i", async (kind, from, to, count) => {
    const question = { actor: "ada-brook", kind, from, to };
    const rows = await readAll((page) => readStatements(local.table, question, page), 4);
    expect(rows).toHaveLength(count);
  });

  it.each(["name", "count"] as const)("finds actors by the start of a name, by %s", async (order) => {
    const found = await readActors(local.table, { order, prefix: "ELAN  ruiz" }, { limit: 100 });
    expect(found.items).toHaveLength(12);
  });

  it("lists what is under way", async () => {
    const { items } = await readStates(local.table, "processing", { limit: 10 });
    expect(items.map(({ article }) => article.key)).toEqual(["refused-8.bin"]);
  });

  it("knows nothing of an article that never came", async () => {
    expect(await readArticle(local.table, { bucket: sampleBucket, key: "nothing" })).toBeNull();
  });

  it("refuses a cursor of another question", async () => {
    const { cursor } = await readActors(local.table, { order: "name" }, { limit: 1 });
    await expect(
      readActors(local.table, { order: "count" }, { limit: 1, cursor: cursor ?? "" }),
    ).rejects.toThrow(InvalidCursorError);
    await expect(readStates(local.table, "rejected", { limit: 1, cursor: "x" })).rejects.toThrow(
      InvalidCursorError,
    );
  });
});
