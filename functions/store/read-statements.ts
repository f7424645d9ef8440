import { type Page, type PageRequest, readView } from "./read-view.ts";
import type { AttributionItem, ClaimItem } from "./result-items.ts";
import { shardNames } from "./shards.ts";
import { shownResults } from "./shown-results.ts";
import type { Table } from "./table.ts";

/** What is asked of an actor: attributions of every form with their quotes, claims, or all of it. */
export const statementKinds = ["quotes", "claims", "both"] as const;

/** Which statements of an actor; days ISO 8601, both inclusive. */
export type StatementsQuestion = {
  readonly actor: string;
  readonly kind: (typeof statementKinds)[number];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** What an actor said, newest first. @throws InvalidCursorError */
export const readStatements = (
  table: Table,
  { actor, kind, from, to }: StatementsQuestion,
  page: PageRequest,
): Promise<Page<AttributionItem | ClaimItem>> =>
  readView(
    table,
    {
      index: "by-actor",
      partitions: shardNames(actor),
      order: "descending",
      from: from ?? "0000-01-01",
      to: `${to ?? "9999-12-31"}~`,
      ...(kind === "both"
        ? {}
        : { only: { attribute: "kind", equals: kind === "quotes" ? "attribution" : "claim" } }),
    },
    page,
    async (rows) =>
      (await shownResults(table, rows)).map((item) => (item === null || item.kind === "actor" ? null : item)),
  );
