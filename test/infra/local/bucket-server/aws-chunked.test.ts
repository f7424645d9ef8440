import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAwsChunked } from "#infra/local/bucket-server/aws-chunked.ts";

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function decode(framed: Buffer, size: number, trailers = new Map<string, string>()): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of decodeAwsChunked(pieces(framed, size), trailers)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const frame = (chunks: readonly Uint8Array[]): Buffer =>
  Buffer.concat([
    ...chunks.flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16)};chunk-signature=0a1b\r\n`),
      Buffer.from(chunk),
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n"),
  ]);

describe("an aws-chunked body", () => {
  it("gives its payload however chunks and packets fall", async () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 40 }), async (parts, size) => {
        expect(await decode(frame(parts), size)).toEqual(Buffer.concat(parts));
      }),
      { numRuns: 50 },
    );
  });

  it("gives its trailers", async () => {
    const trailers = new Map<string, string>();
    await decode(frame([Buffer.from("text")]), 7, trailers);
    expect([...trailers]).toEqual([["x-amz-checksum-crc32", "AAAAAA=="]]);
  });

  it.each([
    ["ends in a chunk", "9\r\nabc"],
    ["ends before the last chunk", "3\r\nabc\r\n"],
    ["has a size that is no number", "zz\r\nabc\r\n0\r\n\r\n"],
    ["has more bytes than it says", "2\r\nabc\r\n0\r\n\r\n"],
    ["has a broken trailer", "0\r\nnothing\r\n\r\n"],
  ])("is refused where it %s", async (_, body) => {
    await expect(decode(Buffer.from(body), 100)).rejects.toMatchObject({ code: "IncompleteBody" });
  });
});
