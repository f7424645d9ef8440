import type { ActorTotalItem } from "../store/actor-items.ts";
import type { HeadItem } from "../store/head-item.ts";
import type { ArticleView } from "../store/read-article.ts";
import type { ResultItem } from "../store/result-items.ts";

/** Attributes that only the table needs. */
const tableAttributes = new Set([
  "pk",
  "sk",
  "edition",
  "actorShard",
  "saidAt",
  "dayShard",
  "worth",
  "actorsShard",
  "nameSort",
  "saidSort",
  "stateShard",
  "stateSince",
]);

/** An item as the API shows it: the attributes that mean something outside the table. */
export const presentItem = (item: ResultItem | ActorTotalItem): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !tableAttributes.has(name)));

/** A head as the API shows it. `results` are those that readers see, which may be an older upload's. */
export function presentHead(head: HeadItem): Record<string, unknown> {
  const { edition: _edition, items: _items, ...results } = head.current ?? { edition: "", items: 0 };
  return {
    article: head.article,
    state: head.state,
    since: head.since,
    revision: head.latestRevision,
    rejection: head.rejection,
    results: head.current === null ? null : results,
  };
}

/** The orders that an article's claims can be shown in: as they stand in it, or the most check-worthy first. */
export const claimOrders = ["place", "worth"] as const;
export type ClaimOrder = (typeof claimOrders)[number];

/** An article as the API shows it: its head with everything in it. */
export const presentArticle = (view: ArticleView, order: ClaimOrder): Record<string, unknown> => ({
  ...presentHead(view.head),
  attributions: view.attributions.map(presentItem),
  claims: (order === "worth"
    ? view.claims.toSorted((a, b) => b.checkWorthy - a.checkWorthy)
    : view.claims
  ).map(presentItem),
  actors: view.actors.map(presentItem),
});
