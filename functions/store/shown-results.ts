import { z } from "zod";
import { getItems } from "./batch-get.ts";
import { articlePartition, headKey } from "./keys.ts";
import { type ResultItem, resultItemSchema } from "./result-items.ts";
import type { Table } from "./table.ts";

const headRowSchema = z.object({
  pk: z.string(),
  current: z.object({ edition: z.string() }).nullable(),
});

/**
 * The rows of a view that readers may see: those of the edition that its article's head shows. The others,
 * `null` in the answer, are being written right now, or are about to be removed.
 */
export async function shownResults(
  table: Table,
  rows: readonly Record<string, unknown>[],
): Promise<(ResultItem | null)[]> {
  const items = rows.map((row) => resultItemSchema.parse(row));
  const keys = new Map(items.map(({ article }) => [articlePartition(article), headKey(article)]));
  const heads = await getItems(table, [...keys.values()], ["pk", "current"]);
  const shown = new Map(
    heads.map((row) => {
      const head = headRowSchema.parse(row);
      return [head.pk, head.current?.edition];
    }),
  );
  return items.map((item) => (shown.get(item.pk) === item.edition ? item : null));
}
