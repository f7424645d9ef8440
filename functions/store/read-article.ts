import { paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { ArticleId } from "./article-id.ts";
import { backOff } from "./backoff.ts";
import { readHead } from "./head.ts";
import type { HeadItem } from "./head-item.ts";
import { articlePartition, editionPrefix } from "./keys.ts";
import {
  type ArticleActorItem,
  type AttributionItem,
  type ClaimItem,
  type ResultItem,
  resultItemSchema,
} from "./result-items.ts";
import type { Table } from "./table.ts";

/** An article with everything in it, all of one edition. Lists are empty without results. */
export type ArticleView = {
  readonly head: HeadItem;
  readonly attributions: readonly AttributionItem[];
  readonly claims: readonly ClaimItem[];
  readonly actors: readonly ArticleActorItem[];
};

const maximumAttempts = 8;

/**
 * Reads an article whole, or `null` where the table has never heard of it. Where its results are replaced
 * while they are being read, they are read again. @throws Error where that happens again and again.
 */
export async function readArticle(table: Table, article: ArticleId): Promise<ArticleView | null> {
  for (let attempt = 1; ; attempt++) {
    const head = await readHead(table, article);
    if (head === null) return null;
    const items = head.current === null ? [] : await readEdition(table, article, head.current.edition);
    if (items.length === (head.current?.items ?? 0)) {
      return {
        head,
        attributions: items.filter((item) => item.kind === "attribution"),
        claims: items.filter((item) => item.kind === "claim"),
        actors: items.filter((item) => item.kind === "actor"),
      };
    }
    if (attempt === maximumAttempts) {
      throw new Error(`the results of ${articlePartition(article)} are incomplete: its head counts others`);
    }
    await backOff(attempt, table.time);
  }
}

async function readEdition(table: Table, article: ArticleId, edition: string): Promise<ResultItem[]> {
  const items: ResultItem[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": articlePartition(article), ":prefix": editionPrefix(edition) },
    },
  );
  for await (const page of pages) {
    for (const item of page.Items ?? []) items.push(resultItemSchema.parse(item));
  }
  return items;
}
