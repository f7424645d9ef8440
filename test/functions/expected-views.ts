import { expect } from "vitest";
import { yieldOf as engineYield, inOrder, plain } from "#commands/soak/expected-results.ts";
import { readActor } from "#functions/store/read-actors.ts";
import { readArticle } from "#functions/store/read-article.ts";
import { readClaims } from "#functions/store/read-claims.ts";
import { readStatements } from "#functions/store/read-statements.ts";
import type { Table } from "#functions/store/table.ts";
import { articlesBucket } from "./local-parts.ts";

/** What the bucket shows under a key: a text with the version's id and time; `null` for nothing, or a marker. */
export type Shown = { readonly text: string; readonly revision: string; readonly uploaded: string } | null;

/** What an upload yields, straight from the engine; `null` for what is rejected. */
export function yieldOf(key: string, { text, ...version }: NonNullable<Shown>) {
  const bytes = new TextEncoder().encode(text);
  const yielded = engineYield({ bucket: articlesBucket, key }, { ...version, bytes });
  return "items" in yielded ? yielded.items : null;
}

/** The article view of a key as one text to compare; `""` where readers see nothing. */
export async function articleView(table: Table, key: string): Promise<string> {
  const view = await readArticle(table, { bucket: articlesBucket, key });
  if (view?.head.current == null) return "";
  return signature([...view.attributions, ...view.claims, ...view.actors].map(plain));
}

/** Results as one text to compare, in no order. */
export const signature = (items: readonly object[]): string => inOrder(items).join("\n");

/**
 * Every view against what the objects yield: each article, each actor's statements and totals, the claims of each
 * day. `actors` and `days` are all that there may be, so that what should be gone is looked for too.
 */
export async function expectViews(
  table: Table,
  bucket: ReadonlyMap<string, Shown>,
  actors: ReadonlySet<string>,
  days: ReadonlySet<string>,
): Promise<void> {
  const all: Record<string, unknown>[] = [];
  for (const [key, shown] of bucket) {
    const items = shown === null ? null : yieldOf(key, shown);
    expect(await articleView(table, key), `article ${key}`).toBe(items === null ? "" : signature(items));
    all.push(...(items ?? []));
  }
  const page = { limit: 100 };
  for (const actor of actors) {
    const said = all.filter(({ actorShard }) => String(actorShard ?? "").startsWith(`${actor}#`));
    const statements = await readStatements(table, { actor, kind: "both" }, page);
    expect(inOrder(statements.items.map(plain)), `said by ${actor}`).toEqual(inOrder(said));
    const own = all.filter(
      (item) =>
        item.kind === "actor" && item.id === actor && Number(item.attributions) + Number(item.claims) > 0,
    );
    const sum = (count: string) => own.reduce((total, item) => total + Number(item[count]), 0);
    const total = await readActor(table, actor);
    expect(
      total && [total.articles, total.attributions, total.quotes, total.claims],
      `totals of ${actor}`,
    ).toEqual(own.length === 0 ? null : [own.length, sum("attributions"), sum("quotes"), sum("claims")]);
  }
  for (const day of days) {
    const claims = all.filter(({ dayShard }) => String(dayShard ?? "").startsWith(`${day}#`));
    const found = await readClaims(table, [day], page);
    expect(inOrder(found.items.map(plain)), `claims of ${day}`).toEqual(inOrder(claims));
  }
}
