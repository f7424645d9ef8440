import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { replaceActorPart } from "#functions/store/actor-totals.ts";
import { buryHead, claimHead, completeHead, raiseHead, readHead, rejectHead } from "#functions/store/head.ts";
import { readActor } from "#functions/store/read-actors.ts";
import { readArticle } from "#functions/store/read-article.ts";
import { readStatements } from "#functions/store/read-statements.ts";
import { sortableSequencer } from "#functions/store/sequencer.ts";
import { clearResults, writeEdition } from "#functions/store/write-edition.ts";
import { type LocalTable, putItems, startLocalTable } from "../local-table.ts";
import { revisionOf, type SampleUpload, sampleBucket, sampleEdition } from "../sample-results.ts";

let local: LocalTable;
let key = "";
let articles = 0;

beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local.close());
beforeEach(() => {
  articles++;
  key = `harbour-${articles}.txt`;
});

const since = "2026-03-04T05:06:07.000Z";
const article = () => ({ bucket: sampleBucket, key });

async function raise(upload: SampleUpload) {
  const { sequencer, revision } = revisionOf(upload);
  return raiseHead(local.table, { article: article(), sequencer, revision, since });
}
const write = (upload: SampleUpload) => writeEdition(local.table, revisionOf(upload), sampleEdition(upload));
async function take(upload: SampleUpload) {
  await raise(upload);
  return write(upload);
}
/** Rejects an upload as `code` by an extractor, and takes its results away. Whether the head tells so. */
async function reject(upload: SampleUpload, extractor: string, code: "binary" | "too-large" = "binary") {
  const { sequencer, revision } = revisionOf(upload);
  const reason = { code, message: "cannot be read" };
  const told = { article: article(), sequencer, revision, since };
  const rejected = await rejectHead(local.table, told, reason, extractor);
  await clearResults(local.table, article(), sequencer);
  return rejected;
}
/** The table, with something done in place of each request, or before it. */
function tableWhere(send: (command: Parameters<typeof local.table.client.send>[0]) => Promise<unknown>) {
  const { client } = local.table;
  return {
    ...local.table,
    client: new Proxy(client, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) }),
  };
}
async function bury(sequencer: string) {
  const sortable = sortableSequencer(sequencer);
  await buryHead(local.table, { article: article(), sequencer: sortable, revision: null, since });
  await clearResults(local.table, article(), sortable);
}
const itemsOfArticle = async () =>
  (await local.everything()).filter((item) => (item.article as { key?: string } | undefined)?.key === key);
const saidBy = async (actor: string) =>
  (await readStatements(local.table, { actor, kind: "both" }, { limit: 100 })).items.filter(
    (item) => item.article.key === key,
  );

/** Names of its own for each test, so that totals do not mix. */
const first = (): SampleUpload => ({
  key,
  sequencer: "00A1",
  sayings: [
    { name: `Ada Brook ${articles}`, words: "The quay is safe.", worth: 0.7 },
    { name: `Ben Stone ${articles}`, words: "It is not." },
    { name: `Ada Brook ${articles}`, words: "The quay is safe.", worth: 0.7, repeats: 0 },
  ],
});
const second = (): SampleUpload => ({
  key,
  sequencer: "00A2",
  sayings: [{ name: `Cay Reed ${articles}`, words: "The quay is closed.", worth: 0.4 }],
});

describe("writing an edition", () => {
  it("shows the article whole, repeats in it but counted once", async () => {
    expect(await take(first())).toBe("written");
    const view = await readArticle(local.table, article());
    expect(view?.head).toMatchObject({
      state: "complete",
      current: { counts: { attributions: 2, quotes: 2, claims: 1, actors: 2 }, date: "2026-02-03" },
    });
    expect(view?.attributions.map(({ content, actor }) => [actor?.name, content[0]?.text])).toEqual([
      [`Ada Brook ${articles}`, "The quay is safe."],
      [`Ben Stone ${articles}`, "It is not."],
      [`Ada Brook ${articles}`, "The quay is safe."],
    ]);
    expect(view?.attributions[0]?.quotes[0]).toMatchObject({ id: "q0", text: "The quay is safe." });
    expect(await readActor(local.table, `ada-brook-${articles}`)).toMatchObject({
      articles: 1,
      attributions: 1,
      quotes: 1,
      claims: 1,
      said: 2,
    });
    expect(await saidBy(`ada-brook-${articles}`)).toHaveLength(2);
  });

  it("changes nothing when done again", async () => {
    await take(first());
    const before = await local.everything();
    expect(await raise(first())).toBe("same");
    expect(await write(first())).toBe("written");
    expect(await local.everything()).toEqual(before);
  });

  it("replaces the older upload: items, views and totals", async () => {
    await take(first());
    await take(second());
    const view = await readArticle(local.table, article());
    expect(view?.attributions.map(({ actor }) => actor?.name)).toEqual([`Cay Reed ${articles}`]);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
    expect(await readActor(local.table, `cay-reed-${articles}`)).toMatchObject({ articles: 1, said: 2 });
    expect(await saidBy(`ada-brook-${articles}`)).toEqual([]);
    // Head, attribution, claim, actor and the actor's part.
    expect(await itemsOfArticle()).toHaveLength(5);
  });

  it("keeps the older upload for readers while the newer is under way", async () => {
    await take(first());
    await raise(second());
    const view = await readArticle(local.table, article());
    expect(view?.head).toMatchObject({ state: "processing", current: { revision: "version-00A1" } });
    expect(view?.attributions).toHaveLength(3);
    expect(await saidBy(`ada-brook-${articles}`)).toHaveLength(2);
  });

  it("drops an older upload that comes after a newer one", async () => {
    await take(second());
    const before = await local.everything();
    expect(await raise(first())).toBe("old");
    expect(await write(first())).toBe("superseded");
    expect(await local.everything()).toEqual(before);
  });

  it("leaves only the tombstone of a deleted article, and drops what comes late", async () => {
    await take(first());
    await bury("00A3");
    expect((await itemsOfArticle()).map(({ sk, state }) => [sk, state])).toEqual([["head", "deleted"]]);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
    const before = await local.everything();
    expect(await raise(second())).toBe("old");
    expect(await write(second())).toBe("superseded");
    expect(await local.everything()).toEqual(before);
  });

  it("shows nothing of a write that was broken off before the head was told", async () => {
    await raise(second());
    await putItems(local.table, sampleEdition(second()).items);
    expect((await readArticle(local.table, article()))?.attributions).toEqual([]);
    expect(await saidBy(`cay-reed-${articles}`)).toEqual([]);
    await write(second());
    expect(await saidBy(`cay-reed-${articles}`)).toHaveLength(2);
  });

  it("takes up a write that was broken off after the head was told", async () => {
    await take(first());
    await raise(second());
    const { items, current } = sampleEdition(second());
    await claimHead(local.table, article(), revisionOf(second()).sequencer, current.edition);
    await putItems(local.table, items);
    await completeHead(local.table, article(), revisionOf(second()).sequencer, current);
    // Totals not moved, old items still there: the message comes back.
    expect(await readActor(local.table, `cay-reed-${articles}`)).toBeNull();
    expect(await write(second())).toBe("written");
    expect(await readActor(local.table, `cay-reed-${articles}`)).toMatchObject({ articles: 1 });
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
    expect(await itemsOfArticle()).toHaveLength(5);
  });

  it("replaces the results of another extractor for the same upload", async () => {
    await take(first());
    expect(await write({ ...first(), extractor: "onrecord/0.0.1+better" })).toBe("written");
    const view = await readArticle(local.table, article());
    expect(new Set(view?.attributions.map(({ extractor }) => extractor))).toEqual(
      new Set(["onrecord/0.0.1+better"]),
    );
    expect(await readActor(local.table, `ada-brook-${articles}`)).toMatchObject({ articles: 1, said: 2 });
    expect((await itemsOfArticle()).filter(({ kind }) => kind === "attribution")).toHaveLength(3);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "ends with one extractor's results where another writes the same upload before write %i",
    async (at) => {
      const other = { ...first(), extractor: "onrecord/0.0.1+better" };
      await take(other);
      let writes = 0;
      const slow = tableWhere(async (command) => {
        const isWrite = /^(?:Update|TransactWrite|BatchWrite)Command$/u.test(command.constructor.name);
        if (isWrite && ++writes === at) await write(other);
        return local.table.client.send(command);
      });
      const begun = writeEdition(slow, revisionOf(first()), sampleEdition(first()));
      // What could not be written comes again.
      await begun.catch(() => write(first()));
      expect(writes).toBeGreaterThan(0);
      const view = await readArticle(local.table, article());
      expect(view?.attributions).toHaveLength(3);
      expect(await readActor(local.table, `ada-brook-${articles}`)).toMatchObject({ articles: 1, said: 2 });
      // Head, three attributions, claims in two places, two actors and their parts.
      expect(await itemsOfArticle()).toHaveLength(10);
    },
  );

  it("takes the results away when the same upload is rejected by another extractor", async () => {
    await take(first());
    await reject(first(), "onrecord/0.0.1");
    expect(await itemsOfArticle()).toHaveLength(1);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
  });

  it("takes the results away when a newer upload is rejected", async () => {
    await take(first());
    await raise(second());
    expect(await reject(second(), "onrecord/0.0.0+sample")).toBe(true);
    expect(await readHead(local.table, article())).toMatchObject({
      state: "rejected",
      rejection: { code: "binary", message: "cannot be read" },
    });
    expect(await itemsOfArticle()).toHaveLength(1);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
  });

  it("takes the results of the same upload away too, where asked to, and none of a newer one", async () => {
    await take(first());
    await reject(first(), "onrecord/0.0.1", "too-large");
    expect(await itemsOfArticle()).toHaveLength(1);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
    await take(second());
    await clearResults(local.table, article(), revisionOf(first()).sequencer);
    expect((await readArticle(local.table, article()))?.attributions).toHaveLength(1);
  });

  it("does not show results whose upload is no longer the newest", async () => {
    await raise(first());
    await raise(second());
    const { sequencer } = revisionOf(first());
    const before = await local.everything();
    const shown = await completeHead(local.table, article(), sequencer, sampleEdition(first()).current);
    expect(shown).toBe(false);
    expect(await local.everything()).toEqual(before);
  });

  it("counts nothing for an edition that the head does not show", async () => {
    await take(second());
    const { edition, actors } = sampleEdition(first());
    const target = { article: article(), sequencer: revisionOf(first()).sequencer, edition };
    const [actor = null] = actors;
    const before = await local.everything();
    expect(await replaceActorPart(local.table, target, `ada-brook-${articles}`, actor)).toBe(false);
    expect(await local.everything()).toEqual(before);
  });

  it("forgets the totals too when a late copy of an old message tidies up before the deletion does", async () => {
    await take(first());
    const sequencer = sortableSequencer("00A3");
    await buryHead(local.table, { article: article(), sequencer, revision: null, since });
    expect(await write(first())).toBe("superseded");
    await clearResults(local.table, article(), sequencer);
    expect(await readActor(local.table, `ada-brook-${articles}`)).toBeNull();
    expect((await itemsOfArticle()).map(({ sk }) => sk)).toEqual(["head"]);
  });

  it("leaves nothing of an upload whose writer was overtaken while it wrote, and died", async () => {
    await raise(first());
    let overtaken = false;
    // The writer has seen that its upload is the newest; then a newer one comes, is shown and tidies up.
    const table = tableWhere(async (command) => {
      const { name } = command.constructor;
      if (overtaken && name === "UpdateCommand") throw new Error("the writer died");
      if (!overtaken && name !== "GetCommand") {
        overtaken = true;
        await take(second());
      }
      return local.table.client.send(command);
    });
    await writeEdition(table, revisionOf(first()), sampleEdition(first())).catch(() => {});
    // The segmented article is gone by now: nobody comes back to tidy up.
    expect(await itemsOfArticle()).toHaveLength(5);
  });
});
