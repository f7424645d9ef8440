import { afterAll, beforeAll, expect, it } from "vitest";
import { raiseHead } from "#functions/store/head.ts";
import { readActor } from "#functions/store/read-actors.ts";
import { writeEdition } from "#functions/store/write-edition.ts";
import { type LocalTable, startLocalTable } from "../local-table.ts";
import { revisionOf, sampleBucket, sampleEdition } from "../sample-results.ts";

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local.close());

it("counts every article once when many are written at the same time", async () => {
  const uploads = Array.from({ length: 12 }, (_, number) => ({
    key: `at-once-${number}.txt`,
    sequencer: "01",
    sayings: [{ name: "Dot Vale", words: "We will rebuild." }],
  }));
  await Promise.all(
    uploads.map(async (upload) => {
      const { sequencer, revision } = revisionOf(upload);
      const article = { bucket: sampleBucket, key: upload.key };
      await raiseHead(local.table, { article, sequencer, revision, since: "2026-03-04T05:06:07.000Z" });
      expect(await writeEdition(local.table, revisionOf(upload), sampleEdition(upload))).toBe("written");
    }),
  );
  expect(await readActor(local.table, "dot-vale")).toMatchObject({ articles: 12, attributions: 12 });
});
