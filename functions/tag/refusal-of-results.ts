import type { Rejection } from "#extraction/rejection.ts";
import type { EditionItems } from "../store/result-items-of.ts";

/**
 * What one article may put into the table, so that it is written within the function's two minutes: 49 items go in a transaction, one
 * after the other, and each actor's totals in one of their own, four at once. A hundred pages of nothing but quotations have fewer.
 */
export const mostResults = { items: 40_000, actors: 3_000 } as const;

/** Why the results of an article are not written, or `null` where they are. */
export function refusalOfResults({
  items,
  actors,
}: Pick<EditionItems, "items" | "actors">): Rejection | null {
  const refusal = (count: number, most: number, what: string): Rejection => ({
    code: "too-large",
    message: `has ${count} ${what}; more than ${most} are not written: split it into articles`,
  });
  if (items.length > mostResults.items) return refusal(items.length, mostResults.items, "results");
  if (actors.length > mostResults.actors) return refusal(actors.length, mostResults.actors, "actors");
  return null;
}
