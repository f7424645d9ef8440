import { type HeadItem, headItemSchema } from "./head-item.ts";
import { highestKey, lowestKey, type Page, type PageRequest, readView } from "./read-view.ts";
import { shardNames } from "./shards.ts";
import type { Table } from "./table.ts";

/** The states that can be listed. */
export const listedStates = ["rejected", "processing"] as const;
export type ListedState = (typeof listedStates)[number];

/** The heads of the articles in a state, newest first. @throws InvalidCursorError */
export const readStates = (table: Table, state: ListedState, page: PageRequest): Promise<Page<HeadItem>> =>
  readView(
    table,
    {
      index: "by-state",
      partitions: shardNames(state),
      order: "descending",
      from: lowestKey,
      to: highestKey,
    },
    page,
    async (rows) => rows.map((row) => headItemSchema.parse(row)),
  );
