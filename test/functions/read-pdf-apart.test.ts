import { describe, expect, it } from "vitest";
import { readPdf } from "#extraction/formats/read-pdf.ts";
import { pdfLimits, readPdfApart } from "#functions/segment/read-pdf-apart.ts";
import { pdfFile } from "../extraction/formats/pdf-file.ts";
import { limitFiles } from "../limits/limit-files.ts";

const sound = pdfFile([[[50, 700, 10, "The fares will rise in May, Tomas Ferrow said."]]]);
const limitFile = (name: string): Uint8Array =>
  Buffer.from(limitFiles.find((file) => file.name === name)?.content() ?? "");

describe("a PDF read apart", () => {
  it.each([
    ["a sound one", sound],
    ["a scan", pdfFile([[]])],
    ["a damaged one", sound.subarray(0, 40)],
    ["nothing", new Uint8Array()],
  ])("is read as it is in one's own thread: %s", async (_, bytes) => {
    expect(await readPdfApart(bytes)).toEqual(await readPdf(bytes));
  });

  it("does not take the caller's bytes away", async () => {
    const bytes = Buffer.from(sound);
    await readPdfApart(bytes);
    expect(bytes.equals(sound)).toBe(true);
  });

  it.each([
    ["time", "forms-in-forms.pdf", { ...pdfLimits, milliseconds: 500 }, "0.5 seconds"],
    ["memory in arrays of bytes", "bomb-in-run-lengths.pdf", { ...pdfLimits, megabytes: 150 }, "150 MB"],
    ["memory in objects", "forms-in-forms.pdf", { ...pdfLimits, megabytes: 20 }, "20 MB"],
  ])("is ended where it takes too much %s", async (_, name, limits, says) => {
    const start = performance.now();
    expect(await readPdfApart(limitFile(name), limits)).toMatchObject({
      ok: false,
      rejection: { code: "too-large", message: expect.stringContaining(says) },
    });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
