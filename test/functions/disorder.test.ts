import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actorPartItemSchema, actorTotalItemSchema } from "#functions/store/actor-items.ts";
import { headItemSchema } from "#functions/store/head-item.ts";
import { resultItemSchema } from "#functions/store/result-items.ts";
import { articlesBucket, batchOf, context, type LocalParts, startLocalParts } from "./local-parts.ts";

let parts: LocalParts;
let s3: S3Client;
let articles = 0;

beforeAll(async () => {
  parts = await startLocalParts();
  s3 = new S3Client({});
});
afterAll(async () => {
  s3.destroy();
  await parts.close();
});

const texts = [
  "Ferry fares rise\n\n“We lost 14 sailings in May,” said Tomas Ferrow.\n",
  "Ferry fares fall\n\n“We sailed 90 times in June,” said Runa Holt.\n\n“Nobody asked us,” said Tomas Ferrow.\n",
] as const;

/** What can happen to an object: an upload, a delete marker, or the newest version or marker gone for good. */
const deeds = ["put 0", "put 1", "mark", "purge"] as const;

async function newestVersion(key: string) {
  const list = await s3.send(new ListObjectVersionsCommand({ Bucket: articlesBucket, Prefix: key }));
  const all = [
    ...(list.Versions ?? []),
    ...(list.DeleteMarkers ?? []).map((marker) => ({ ...marker, Size: -1 })),
  ];
  const newest = all.find(({ IsLatest }) => IsLatest);
  return newest === undefined ? null : { id: newest.VersionId ?? "", isMarker: newest.Size === -1 };
}

async function does(deed: (typeof deeds)[number], key: string): Promise<void> {
  if (deed === "mark") return parts.remove(key);
  if (deed === "put 0") return parts.put(key, texts[0]);
  if (deed === "put 1") return parts.put(key, texts[1]);
  const newest = await newestVersion(key);
  if (newest !== null) await parts.remove(key, newest.id);
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

it("whatever the order and repetition of events, the table ends as the bucket is", async () => {
  const story = fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(story, fc.infiniteStream(fc.nat(1_000)), async (told, chance) => {
      const draw = (below: number) => (chance.next().value ?? 0) % below;
      const key = `article-${articles++}.txt`;
      for (const deed of told) await does(deed, key);
      const waiting = (await parts.articleEvents()).map((body) => ({ body, to: parts.segment }));
      const copies = waiting.filter(() => draw(3) === 0);
      const messages = [...waiting, ...copies];
      while (messages.length > 0) {
        // Up to three at the same time: functions run beside each other.
        const together = Array.from({ length: 1 + draw(3) }, () =>
          messages.splice(draw(messages.length || 1), 1),
        );
        const answers = await Promise.all(
          together.flat().map((message) => message.to(batchOf([message.body]), context)),
        );
        for (const answer of answers) expect(answer.batchItemFailures).toEqual([]);
        for (const body of await parts.segmentEvents()) {
          messages.push({ body, to: parts.tag });
          if (draw(3) === 0) messages.push({ body, to: parts.tag });
        }
      }
      const newest = await newestVersion(key);
      const row = (await parts.everything()).find(({ pk }) => pk === `article#${articlesBucket}/${key}`);
      const head = row === undefined ? null : headItemSchema.parse(row);
      if (newest === null || newest.isMarker) expect(head?.state ?? "deleted").toBe("deleted");
      else expect(head).toMatchObject({ state: "complete", current: { revision: newest.id } });
      await expectConsistentTable();
    }),
    { numRuns: 15 },
  );
  const { size } = new Set((await parts.segmentKeys()).map((key) => key.slice(0, 32)));
  expect(await parts.segmentKeys()).toHaveLength(size);
});
