import type { ArticleRevision } from "../segments/envelope.ts";
import { releaseActorPart, replaceActorPart, type TotalsTarget } from "./actor-totals.ts";
import type { ArticleId } from "./article-id.ts";
import { deleteItems } from "./batch-write.ts";
import { claimHead, completeHead, readHead } from "./head.ts";
import { findEdition, findLeftovers, removeLeftovers } from "./leftovers.ts";
import { putResults } from "./put-results.ts";
import type { ArticleActorItem } from "./result-items.ts";
import type { EditionItems } from "./result-items-of.ts";
import type { Table } from "./table.ts";

const actorsAtOnce = 4;

/**
 * Writes an edition and shows it to readers; see "Writing a revision" in docs/architecture.md. Can be broken
 * off at any point and done again. Returns `superseded`, with nothing of the edition left, where a newer upload
 * or a removal came. @throws Error where another extractor began to write its results of the same upload meanwhile
 */
export async function writeEdition(
  table: Table,
  revision: ArticleRevision,
  { edition, items, actors, current }: EditionItems,
): Promise<"written" | "superseded"> {
  const article = { bucket: revision.bucket, key: revision.key };
  const { sequencer } = revision;
  const shown =
    (await claimHead(table, article, sequencer, edition)) &&
    (await putResults(table, article, sequencer, edition, items)) &&
    (await completeHead(table, article, sequencer, current));
  if (!shown) {
    const head = await readHead(table, article);
    if (head?.latest === sequencer && head.state !== "deleted") {
      // Not superseded: where the other one fails, nobody else may come back for this upload.
      throw new Error("another extractor writes its results of the same upload; they will be written again");
    }
    await discardEdition(table, article, edition);
    return "superseded";
  }
  await settle(table, { article, sequencer, edition }, actors);
  return "written";
}

/**
 * Takes everything of an article away that is not newer than `sequencer`, with its parts in the actors' totals: what is
 * left to do once its head says rejected or deleted. Can be done again.
 */
export const clearResults = (table: Table, article: ArticleId, sequencer: string): Promise<void> =>
  settle(table, { article, sequencer, edition: null }, []);

/** Moves the actors' totals to the edition shown, then deletes the editions that are not. */
async function settle(
  table: Table,
  target: TotalsTarget,
  actors: readonly ArticleActorItem[],
): Promise<void> {
  const leftovers = await findLeftovers(table, target);
  const wanted = new Map(actors.map((actor) => [actor.id, actor]));
  const stands = await eachActor([...new Set([...wanted.keys(), ...leftovers.actorIds])], (id) => {
    const actor = wanted.get(id);
    const counts = actor !== undefined && actor.attributions + actor.claims > 0;
    return replaceActorPart(table, target, id, counts ? actor : null);
  });
  // A newer upload moves the totals itself, and needs the old items to know which.
  if (stands) await removeLeftovers(table, target, leftovers);
}

/** Deletes the items of an edition that was never shown, or is no longer, and what was counted of it. */
async function discardEdition(table: Table, article: ArticleId, edition: string): Promise<void> {
  const head = await readHead(table, article);
  if (head === null || head.current?.edition === edition) return;
  const target = { article, sequencer: head.latest, edition: head.current?.edition ?? null };
  const leftovers = await findEdition(table, article, edition);
  const stands = await eachActor(leftovers.actorIds, (id) => releaseActorPart(table, target, id, edition));
  if (stands) await deleteItems(table, leftovers.keys);
}

/** Does one thing for each actor, a few at once, until the head moves on. Returns whether it never did. */
async function eachActor(ids: readonly string[], step: (id: string) => Promise<boolean>): Promise<boolean> {
  for (let start = 0; start < ids.length; start += actorsAtOnce) {
    const stood = await Promise.all(ids.slice(start, start + actorsAtOnce).map(step));
    if (stood.includes(false)) return false;
  }
  return true;
}
