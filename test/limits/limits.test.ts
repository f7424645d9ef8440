import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tagArticle } from "#extraction/tag.ts";
import { readArticleApart, readingLimits } from "#functions/segment/read-article-apart.ts";
import { limitFiles } from "./limit-files.ts";

/** As deployed, but for the time. */
const limits = { ...readingLimits, milliseconds: 6_000 };

describe("a file at a limit", () => {
  it.each(limitFiles)(
    "$name ends as $ends, within seconds",
    async ({ name, content, ends, slow = false }) => {
      const bytes = Buffer.from(content());
      const start = performance.now();
      const read = await readArticleApart({ bytes, name, type: null }, limits);
      expect(read.ok ? "results" : read.rejection.code).toBe(ends);
      if (read.ok && !slow) expect(tagArticle(read.value).attributions.length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
  );

  it.each(limitFiles)("$name is in the docs with how it ends", ({ name, ends }) => {
    const docs = readFileSync(new URL("../../docs/limits.md", import.meta.url), "utf8");
    expect(docs.split("\n").find((line) => line.includes(`\`${name}\``))).toContain(ends);
  });
});
