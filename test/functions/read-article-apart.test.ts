import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readArticle } from "#extraction/formats/read-article.ts";
import { isReadApart, readArticleApart, readingLimits } from "#functions/segment/read-article-apart.ts";
import { pdfFile } from "../extraction/formats/pdf-file.ts";
import { limitFiles } from "../limits/limit-files.ts";

const sound = pdfFile([[[50, 700, 10, "The fares will rise in May, Tomas Ferrow said."]]]);
const limitFile = (name: string): Uint8Array =>
  Buffer.from(limitFiles.find((file) => file.name === name)?.content() ?? "");

const fileOf = (bytes: Uint8Array) => ({ bytes, name: "a.txt", type: null });

describe("a file read apart", () => {
  it.each([
    ["a sound PDF", sound],
    ["a scan", pdfFile([[]])],
    ["a damaged PDF", sound.subarray(0, 40)],
    ["gzip", gzipSync("The fares will rise in May, Tomas Ferrow said.")],
    ["a large text", Buffer.from("The fares will rise in May, Tomas Ferrow said. ".repeat(12_000))],
  ])("is read as it is in one's own thread: %s", async (_, bytes) => {
    expect(isReadApart(bytes)).toBe(true);
    expect(await readArticleApart(fileOf(bytes))).toEqual(await readArticle(fileOf(bytes)));
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a short text", Buffer.from("The fares will rise in May, Tomas Ferrow said.")],
  ])("is not %s", async (_, bytes) => {
    expect(isReadApart(bytes)).toBe(false);
    expect(await readArticleApart(fileOf(bytes))).toEqual(await readArticle(fileOf(bytes)));
  });

  it("does not take the caller's bytes away", async () => {
    const bytes = Buffer.from(sound);
    await readArticleApart(fileOf(bytes));
    expect(bytes.equals(sound)).toBe(true);
  });

  it.each([
    ["time", "forms-in-forms.pdf", { ...readingLimits, milliseconds: 500 }, "0.5 seconds"],
    [
      "memory in arrays of bytes",
      "bomb-in-run-lengths.pdf",
      { milliseconds: 1_000_000, megabytes: 150 },
      "150 MB",
    ],
    ["memory in objects", "forms-in-forms.pdf", { milliseconds: 1_000_000, megabytes: 20 }, "20 MB"],
  ])("is ended where it takes too much %s", async (_, name, limits, says) => {
    expect(await readArticleApart(fileOf(limitFile(name)), limits)).toMatchObject({
      ok: false,
      rejection: { code: "too-large", message: expect.stringContaining(says) },
    });
  });
});
