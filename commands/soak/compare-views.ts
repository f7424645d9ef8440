import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { readHead } from "#functions/store/head.ts";
import { readActors } from "#functions/store/read-actors.ts";
import { readArticle } from "#functions/store/read-article.ts";
import { readClaims } from "#functions/store/read-claims.ts";
import { readStatements } from "#functions/store/read-statements.ts";
import { readStates } from "#functions/store/read-states.ts";
import type { Page, PageRequest } from "#functions/store/read-view.ts";
import type { ResultItem } from "#functions/store/result-items.ts";
import type { Table } from "#functions/store/table.ts";
import { canonical, inOrder, plain, type Yield } from "./expected-results.ts";

/** What an article's newest version must have led to; `null` where the bucket shows none. */
export type Expected = ReadonlyMap<string, { readonly revision: string; readonly yield: Yield } | null>;

/** How much was compared. */
export type Compared = {
  readonly articles: number;
  readonly rejected: number;
  readonly deleted: number;
  readonly actors: number;
  readonly days: number;
  readonly results: number;
};

/** A view shows something else than what the newest versions yield; the message names the first difference. */
export class DifferenceError extends Error {
  override readonly name = "DifferenceError";
}

type Row = Record<string, unknown>;
const pageSize = 100;

async function allPages<One>(read: (page: PageRequest) => Promise<Page<One>>): Promise<One[]> {
  const all: One[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<One> = await read({ limit: pageSize, cursor });
    all.push(...page.items);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

const shortly = (text = "nothing"): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** @throws DifferenceError naming the first of what is there and what should be that differ, in the order of their texts */
function expectSame(what: string, found: readonly string[], wanted: readonly string[]): void {
  for (let at = 0; at < Math.max(found.length, wanted.length); at++) {
    if (found[at] === wanted[at]) continue;
    throw new DifferenceError(
      `${what}: ${found.length} found, ${wanted.length} expected; the first that differ are\n  found    ${shortly(found[at])}\n  expected ${shortly(wanted[at])}`,
    );
  }
}

const plainRows = (items: readonly ResultItem[]): Row[] => items.map(plain);

/**
 * Holds every view of the table against what the newest versions of a bucket yield: each article, what each actor said,
 * all actors with their totals by name and by count, the claims of each day, and what was rejected or is under way.
 * Nothing else may be in the table. @throws DifferenceError
 */
export async function compareViews(table: Table, bucket: string, expected: Expected): Promise<Compared> {
  const all: Row[] = [];
  const rejected: string[] = [];
  let deleted = 0;
  for (const [key, one] of expected) {
    const items = one === null || !("items" in one.yield) ? [] : one.yield.items;
    const view = await readArticle(table, { bucket, key });
    const found = view === null ? [] : plainRows([...view.attributions, ...view.claims, ...view.actors]);
    expectSame(`results of ${key}`, inOrder(found), inOrder(items));
    await expectHead(table, bucket, key, one);
    all.push(...items);
    if (one === null) deleted++;
    else if ("rejection" in one.yield) rejected.push(key);
  }
  const heads = (state: "rejected" | "processing") => allPages((page) => readStates(table, state, page));
  expectSame(
    "rejected articles",
    (await heads("rejected")).map(({ article }) => article.key).sort(),
    rejected.sort(),
  );
  expectSame(
    "articles under way",
    (await heads("processing")).map(({ article }) => article.key),
    [],
  );
  const actors = await compareActors(table, all);
  const days = await compareDays(table, all);
  await compareWhole(table, expected.size, all, actors);
  return {
    articles: expected.size - deleted - rejected.length,
    rejected: rejected.length,
    deleted,
    actors: actors.length,
    days,
    results: all.length,
  };
}

async function expectHead(
  table: Table,
  bucket: string,
  key: string,
  one: { readonly revision: string; readonly yield: Yield } | null,
): Promise<void> {
  const head = await readHead(table, { bucket, key });
  const state = one === null ? "deleted" : "items" in one.yield ? "complete" : "rejected";
  const wanted = {
    state,
    revision: one === null ? null : one.revision,
    rejection: one !== null && "rejection" in one.yield ? one.yield.rejection : null,
  };
  const found = head && { state: head.state, revision: head.latestRevision, rejection: head.rejection };
  expectSame(`head of ${key}`, [canonical(found)], [canonical(wanted)]);
}

/** An actor's totals as text; its name is that of the article written last, and so left out. */
const totalsOf = (total: {
  id: string;
  articles: number;
  attributions: number;
  quotes: number;
  claims: number;
}) =>
  canonical({
    id: total.id,
    articles: total.articles,
    attributions: total.attributions,
    quotes: total.quotes,
    claims: total.claims,
  });

/** Returns the parts that articles have in the totals of those who say something. */
async function compareActors(table: Table, all: readonly Row[]): Promise<readonly string[]> {
  const saying = all.filter(
    ({ kind, attributions, claims }) => kind === "actor" && Number(attributions) + Number(claims) > 0,
  );
  const byActor = Map.groupBy(saying, ({ id }) => String(id));
  const sum = (rows: readonly Row[], count: string) =>
    rows.reduce((total, row) => total + Number(row[count]), 0);
  const wanted = [...byActor].map(([id, rows]) =>
    totalsOf({
      id,
      articles: rows.length,
      attributions: sum(rows, "attributions"),
      quotes: sum(rows, "quotes"),
      claims: sum(rows, "claims"),
    }),
  );
  for (const order of ["name", "count"] as const) {
    const found = await allPages((page) => readActors(table, { order }, page));
    expectSame(`all actors by ${order}`, found.map(totalsOf).sort(), wanted.sort());
  }
  const statements = Map.groupBy(
    all.filter(({ actorShard }) => actorShard !== undefined),
    ({ actorShard }) => String(actorShard).replace(/#\d+$/u, ""),
  );
  for (const actor of new Set([...byActor.keys(), ...statements.keys()])) {
    const found = await allPages((page) => readStatements(table, { actor, kind: "both" }, page));
    expectSame(`said by ${actor}`, inOrder(plainRows(found)), inOrder(statements.get(actor) ?? []));
  }
  return saying.map(({ id }) => String(id));
}

async function compareDays(table: Table, all: readonly Row[]): Promise<number> {
  const days = Map.groupBy(all, ({ date }) => String(date));
  for (const [day, rows] of days) {
    const found = await allPages((page) => readClaims(table, [day], page));
    const wanted = rows.filter(({ dayShard }) => dayShard !== undefined);
    expectSame(`claims of ${day}`, inOrder(plainRows(found)), inOrder(wanted));
  }
  return days.size;
}

/** Counts all items of the table: what no view shows would be a leftover. */
async function compareWhole(
  table: Table,
  heads: number,
  all: readonly Row[],
  parts: readonly string[],
): Promise<void> {
  const counts = new Map<string, number>();
  let start: Row | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    for (const { kind } of page.Items ?? []) counts.set(String(kind), (counts.get(String(kind)) ?? 0) + 1);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  const results = (kind: string) => all.filter((row) => row.kind === kind).length;
  const wanted = {
    head: heads,
    attribution: results("attribution"),
    claim: results("claim"),
    actor: results("actor"),
    "actor-part": parts.length,
    "actor-total": new Set(parts).size,
  };
  const some = Object.entries(wanted).filter(([, count]) => count > 0);
  expectSame(
    "items of each kind",
    [canonical(Object.fromEntries(counts))],
    [canonical(Object.fromEntries(some))],
  );
}
