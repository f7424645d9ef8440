import { highestKey, lowestKey, type Page, type PageRequest, readView } from "./read-view.ts";
import type { ClaimItem } from "./result-items.ts";
import { shardNames } from "./shards.ts";
import { shownResults } from "./shown-results.ts";
import type { Table } from "./table.ts";

/** The longest range of days for one question: each day is a few partitions to merge. */
export const maximumDays = 31;

const millisecondsPerDay = 86_400_000;

/**
 * Every day from `from` to `to`, both inclusive, ISO 8601.
 * @throws RangeError where `to` comes before `from`, or there are more than `maximumDays`.
 */
export function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / millisecondsPerDay + 1;
  if (count < 1) throw new RangeError(`from (${from}) comes after to (${to})`);
  if (count > maximumDays) {
    throw new RangeError(
      `from ${from} to ${to} is ${count} days; at most ${maximumDays} can be asked for at once`,
    );
  }
  return Array.from({ length: count }, (_, day) =>
    new Date(first + day * millisecondsPerDay).toISOString().slice(0, 10),
  );
}

/** The claims of these days, the most check-worthy first. @throws InvalidCursorError */
export const readClaims = (
  table: Table,
  days: readonly string[],
  page: PageRequest,
): Promise<Page<ClaimItem>> =>
  readView(
    table,
    {
      index: "by-worth",
      partitions: days.flatMap(shardNames),
      order: "descending",
      from: lowestKey,
      to: highestKey,
    },
    page,
    async (rows) => (await shownResults(table, rows)).map((item) => (item?.kind === "claim" ? item : null)),
  );
