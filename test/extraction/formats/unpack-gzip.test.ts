import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { read, refusal } from "./read.ts";

const text = "Fares to rise\n\nThe fares will rise in May, the mayor said on Monday.\n";
const packed = gzipSync(text);

it("reads what is in a gzip archive as if it came without", async () => {
  expect((await read(packed, { name: "fares.txt.gz", type: "application/gzip" })).text).toBe(text);
  expect((await read(gzipSync(packed))).text).toBe(text);
  const html = gzipSync(`<p>${text}</p><p>The council agreed.</p>`);
  expect((await read(html, { name: "fares.html.gz" })).format).toBe("html");
});

it.each([
  ["a truncated archive", packed.subarray(0, 30), "damaged"],
  ["an archive with a wrong byte", Buffer.from(packed).fill(0xff, 12, 20), "damaged"],
  ["nothing but the mark", packed.subarray(0, 2), "damaged"],
  ["a bomb: 200 MB of zeros", gzipSync(Buffer.alloc(200_000_000)), "too-large"],
  ["layer in layer in layer", gzipSync(gzipSync(gzipSync(packed))), "too-large"],
  ["an empty file, packed", gzipSync(""), "empty"],
])("refuses %s", async (_, bytes, code) => {
  const memory = process.memoryUsage.rss();
  expect(await refusal(bytes)).toBe(code);
  expect(process.memoryUsage.rss() - memory).toBeLessThan(150_000_000);
});
