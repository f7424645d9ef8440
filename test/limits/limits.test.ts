import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tagArticle } from "#extraction/tag.ts";
import { readArticleApart, readingLimits } from "#functions/segment/read-article-apart.ts";
import { limitFiles } from "./limit-files.ts";

/** As deployed, but for the time: short where only the time ends it, long elsewhere, so that a busy machine refuses no sound file. */
const limits = (endless: boolean) => ({ ...readingLimits, milliseconds: endless ? 2_000 : 1_000_000 });

describe("a file at a limit", () => {
  it.each(limitFiles)(
    "$name ends as $ends",
    async ({ name, content, ends, slow = false, endless = false }) => {
      const bytes = Buffer.from(content());
      const read = await readArticleApart({ bytes, name, type: null }, limits(endless));
      expect(read.ok ? "results" : read.rejection.code).toBe(ends);
      if (read.ok && !slow) expect(tagArticle(read.value).attributions.length).toBeGreaterThan(0);
    },
  );

  it.each(limitFiles)("$name is in the docs with how it ends", ({ name, ends }) => {
    const docs = readFileSync(new URL("../../docs/limits.md", import.meta.url), "utf8");
    expect(docs.split("\n").find((line) => line.includes(`\`${name}\``))).toContain(ends);
  });
});
