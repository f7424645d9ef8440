import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { cursorAfter, readCursor } from "./cursor.ts";
import type { Table } from "./table.ts";
import { type IndexName, tableDefinition } from "./table-definition.ts";

/** A question to one of the table's indexes. */
export type ViewQuestion = {
  readonly index: IndexName;
  /** The partitions whose rows are merged. */
  readonly partitions: readonly string[];
  readonly order: "ascending" | "descending";
  /** Bounds of the sort key, both inclusive. */
  readonly from: string;
  readonly to: string;
  /** Keeps rows of this attribute only: equal to, or beginning with, a value. */
  readonly only?: { readonly attribute: string; readonly equals?: string; readonly beginsWith?: string };
};

/** Where a page starts and how long it is. */
export type PageRequest = { readonly limit: number; readonly cursor?: string | undefined };

/** A page of a view; `cursor` asks for the next one and is `null` on the last. */
export type Page<Row> = { readonly items: readonly Row[]; readonly cursor: string | null };

type StoredRow = Record<string, unknown>;

/** A sort key that no real one is below. */
export const lowestKey = " ";
/** A sort key that no real one is above. */
export const highestKey = "\u{10ffff}";

/**
 * One page of a view: the partitions' rows merged in order of their sort keys, which are unique among the rows
 * that `keep` lets through. `keep` sees the candidates in chunks and returns the rows for the reader, `null`
 * for those not to be shown. @throws InvalidCursorError
 */
export async function readView<Row>(
  table: Table,
  question: ViewQuestion,
  page: PageRequest,
  keep: (rows: readonly StoredRow[]) => Promise<readonly (Row | null)[]>,
): Promise<Page<Row>> {
  const identity = JSON.stringify(question);
  const after = page.cursor === undefined ? null : readCursor(identity, page.cursor);
  const sortKey = indexOf(question.index).sortKey;
  const found: { row: Row; at: string }[] = [];
  let chunk: StoredRow[] = [];
  const judge = async () => {
    const kept = await keep(chunk);
    for (const [position, row] of kept.entries()) {
      const stored = chunk[position];
      if (row !== null && stored !== undefined) found.push({ row, at: String(stored[sortKey]) });
    }
    chunk = [];
  };
  // One row more than asked for tells whether there is a next page.
  for await (const row of merged(table, question, after, page.limit + 1)) {
    chunk.push(row);
    if (chunk.length > page.limit - found.length) await judge();
    if (found.length > page.limit) break;
  }
  if (chunk.length > 0) await judge();
  const last = found[page.limit - 1];
  return {
    items: found.slice(0, page.limit).map(({ row }) => row),
    cursor: found.length > page.limit && last !== undefined ? cursorAfter(identity, last.at) : null,
  };
}

const indexOf = (name: IndexName) => {
  const found = tableDefinition.indexes.find((index) => index.name === name);
  if (found === undefined) throw new Error(`the table has no index ${name}`);
  return found;
};

/** The rows of all partitions in order: each is read page by page as the merge asks for it. */
async function* merged(
  table: Table,
  question: ViewQuestion,
  after: string | null,
  pageSize: number,
): AsyncGenerator<StoredRow> {
  const { sortKey } = indexOf(question.index);
  const direction = question.order === "ascending" ? 1 : -1;
  const sources = question.partitions.map((partition) =>
    rowsOf(table, question, partition, after, pageSize)[Symbol.asyncIterator](),
  );
  const heads = await Promise.all(sources.map(async (source) => ({ source, next: await source.next() })));
  for (;;) {
    let best: (typeof heads)[number] | null = null;
    for (const head of heads) {
      if (head.next.done === true) continue;
      if (
        best === null ||
        best.next.done === true ||
        direction * compareKeys(head.next.value[sortKey], best.next.value[sortKey]) < 0
      ) {
        best = head;
      }
    }
    if (best === null || best.next.done === true) return;
    yield best.next.value;
    best.next = await best.source.next();
  }
}

/** As DynamoDB compares strings: by their bytes in UTF-8. */
const compareKeys = (a: unknown, b: unknown): number =>
  Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));

async function* rowsOf(
  table: Table,
  question: ViewQuestion,
  partition: string,
  after: string | null,
  pageSize: number,
): AsyncGenerator<StoredRow> {
  const index = indexOf(question.index);
  const ascending = question.order === "ascending";
  const from = ascending && after !== null ? after : question.from;
  const to = !ascending && after !== null ? after : question.to;
  const { only } = question;
  let start: StoredRow | undefined;
  do {
    const answer = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index.name,
        KeyConditionExpression: "#partition = :partition AND #sort BETWEEN :from AND :to",
        ...(only === undefined
          ? {}
          : {
              FilterExpression: only.equals === undefined ? "begins_with(#only, :only)" : "#only = :only",
            }),
        ExpressionAttributeNames: {
          "#partition": index.partitionKey,
          "#sort": index.sortKey,
          ...(only === undefined ? {} : { "#only": only.attribute }),
        },
        ExpressionAttributeValues: {
          ":partition": partition,
          ":from": from,
          ":to": to,
          ...(only === undefined ? {} : { ":only": only.equals ?? only.beginsWith ?? "" }),
        },
        ScanIndexForward: ascending,
        Limit: pageSize,
        ExclusiveStartKey: start,
      }),
    );
    for (const row of answer.Items ?? []) {
      // BETWEEN takes its bounds in; the row that the page before ended with is not wanted again.
      if (row[index.sortKey] !== after) yield row;
    }
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
}
