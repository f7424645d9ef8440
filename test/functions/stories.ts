import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect } from "vitest";
import { actorPartItemSchema, actorTotalItemSchema } from "#functions/store/actor-items.ts";
import { deleteItems } from "#functions/store/batch-write.ts";
import { readHead } from "#functions/store/head.ts";
import { headItemSchema } from "#functions/store/head-item.ts";
import { readStates } from "#functions/store/read-states.ts";
import { resultItemSchema } from "#functions/store/result-items.ts";
import { expectViews, type Shown, yieldOf } from "./expected-views.ts";
import { installFaults } from "./faults.ts";
import { articlesBucket, type LocalParts, startLocalParts } from "./local-parts.ts";

/** Two articles that share an actor but no day, each with an actor of its own, and one that is rejected for its zero bytes. */
const texts = [
  "Ferry fares rise\n\nMay 3, 2024\n\n“We lost 14 sailings in May,” said Tomas Ferrow.\n\n“We will sail again,” said Lina Marsten.\n",
  "Ferry fares fall\n\nJune 9, 2024\n\n“We sailed 90 times in June,” said Runa Holt.\n\n“Nobody asked us,” said Tomas Ferrow.\n",
  "\0\u0001\u0002\0\0\0",
] as const;

/** What can happen to an object: an upload, a delete marker, or the newest version or marker gone for good. */
export const deeds = ["put 0", "put 1", "put 2", "mark", "purge"] as const;
export type Deed = (typeof deeds)[number];

/** Buckets, table and handlers for stories of what happens to articles, and what holds them against the model. */
export type Stories = {
  readonly parts: LocalParts;
  /** Does something to a key of the articles bucket. */
  does(deed: Deed, key: string): Promise<void>;
  /** What the bucket shows under a key now. */
  shownBy(key: string): Promise<Shown>;
  /** Every view of these keys is what the bucket's newest versions yield, and nothing else is in table and segments bucket. */
  expectSettled(keys: readonly string[]): Promise<void>;
  /** The next story begins with nothing: what it finds is then its own. */
  startAfresh(): Promise<void>;
  close(): Promise<void>;
};

/** Starts everything; from then on `dying` can end invocations. */
export async function openStories(): Promise<Stories> {
  const parts = await startLocalParts();
  const s3 = new S3Client({});
  const takeBackFaults = installFaults();
  const actors = new Set<string>();
  const days = new Set<string>();
  for (const text of texts) {
    const sample = { text, revision: "v", uploaded: "2024-01-01T00:00:00.000Z" };
    for (const item of yieldOf("sample", sample) ?? []) {
      days.add(String(item.date));
      if (item.kind === "actor") actors.add(String(item.id));
    }
  }

  async function newestVersion(key: string) {
    const list = await s3.send(new ListObjectVersionsCommand({ Bucket: articlesBucket, Prefix: key }));
    const all = [
      ...(list.Versions ?? []),
      ...(list.DeleteMarkers ?? []).map((marker) => ({ ...marker, Size: -1 })),
    ];
    const newest = all.find(({ IsLatest }) => IsLatest);
    return newest === undefined ? null : { id: newest.VersionId ?? "", isMarker: newest.Size === -1 };
  }

  async function does(deed: Deed, key: string): Promise<void> {
    if (deed === "mark") return parts.remove(key);
    if (deed === "put 0") return parts.put(key, texts[0]);
    if (deed === "put 1") return parts.put(key, texts[1]);
    if (deed === "put 2") return parts.put(key, texts[2]);
    const newest = await newestVersion(key);
    if (newest !== null) await parts.remove(key, newest.id);
  }

  /** What the bucket shows under a key now. */
  async function shownBy(key: string): Promise<Shown> {
    try {
      const answer = await s3.send(new GetObjectCommand({ Bucket: articlesBucket, Key: key }));
      const text = (await answer.Body?.transformToString("utf-8")) ?? "";
      return { text, revision: answer.VersionId ?? "", uploaded: answer.LastModified?.toISOString() ?? "" };
    } catch (error) {
      if (error instanceof Error && error.name === "NoSuchKey") return null;
      throw error;
    }
  }

  /** Items, parts and totals are those of the editions that heads show, and nothing else is in the table. */
  async function expectConsistentTable(): Promise<void> {
    const rows = await parts.everything();
    const heads = rows.filter(({ kind }) => kind === "head").map((row) => headItemSchema.parse(row));
    const shown = new Map(heads.map(({ pk, current }) => [pk, current]));
    const results = rows.flatMap((row) => resultItemSchema.safeParse(row).data ?? []);
    for (const item of results) expect(item.edition).toBe(shown.get(item.pk)?.edition);
    for (const [pk, current] of shown) {
      expect(results.filter((item) => item.pk === pk)).toHaveLength(current?.items ?? 0);
    }
    const actorParts = rows.flatMap((row) => actorPartItemSchema.safeParse(row).data ?? []);
    const totals = rows.flatMap((row) => actorTotalItemSchema.safeParse(row).data ?? []);
    expect(heads.length + results.length + actorParts.length + totals.length).toBe(rows.length);
    const saying = results.flatMap((item) =>
      item.kind === "actor" && item.attributions + item.claims > 0 ? [`${item.id} ${item.edition}`] : [],
    );
    expect(actorParts.map(({ id, edition }) => `${id} ${edition}`).toSorted()).toEqual(saying.toSorted());
    for (const total of totals) {
      const own = actorParts.filter(({ id }) => id === total.id);
      const sum = (count: "attributions" | "quotes" | "claims") =>
        own.reduce((all, one) => all + one[count], 0);
      expect(total).toMatchObject({
        articles: own.length,
        attributions: sum("attributions"),
        quotes: sum("quotes"),
        claims: sum("claims"),
      });
    }
    expect(new Set(actorParts.map(({ id }) => id)).size).toBe(totals.length);
  }

  async function expectSettled(keys: readonly string[]): Promise<void> {
    const bucket = new Map<string, Shown>();
    for (const key of keys) bucket.set(key, await shownBy(key));
    await expectViews(parts.table, bucket, actors, days);
    await expectConsistentTable();
    const whole = [...bucket].filter(([key, shown]) => shown !== null && yieldOf(key, shown) !== null);
    expect(await parts.segmentKeys()).toHaveLength(whole.length);
    for (const [key, shown] of bucket) {
      const head = await readHead(parts.table, { bucket: articlesBucket, key });
      if (shown === null) expect(head?.state ?? "deleted").toBe("deleted");
      else expect(head).toMatchObject({ latestRevision: shown.revision });
    }
    // What was rejected or is under way is listed, and nothing else.
    const refused = [...bucket].filter(([key, shown]) => shown !== null && yieldOf(key, shown) === null);
    const listed = async (state: "rejected" | "processing") =>
      (await readStates(parts.table, state, { limit: 100 })).items.map(({ article }) => article.key);
    expect((await listed("rejected")).toSorted()).toEqual(refused.map(([key]) => key).toSorted());
    expect(await listed("processing")).toEqual([]);
  }

  /** The next story begins with nothing: what it finds is then its own. */
  async function startAfresh(): Promise<void> {
    const rows = await parts.everything();
    await deleteItems(
      parts.table,
      rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
    );
    const kept = (await parts.segmentKeys()).map((Key) => ({ Key }));
    if (kept.length > 0) {
      await s3.send(new DeleteObjectsCommand({ Bucket: "segments", Delete: { Objects: kept } }));
    }
  }

  async function close(): Promise<void> {
    takeBackFaults();
    s3.destroy();
    await parts.close();
  }
  return { parts, does, shownBy, expectSettled, startAfresh, close };
}
