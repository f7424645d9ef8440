import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "#extraction/formats/read-article.ts";
import { type Rejection, rejectionSchema } from "#extraction/rejection.ts";
import type { SegmentedArticle } from "#extraction/segmented-article.ts";
import { tagArticle } from "#extraction/tag.ts";
import { type ByteEdit, byteEdit, editedBytes } from "./mutated-bytes.ts";
import { packedFiles, sampleFiles } from "./sample-files.ts";
import { problemsOfResults, problemsOfSegments } from "./span-problems.ts";

const files = Number(process.env.ONRECORD_FUZZ_RUNS ?? 20_000) / 8;
const first = Number(process.env.ONRECORD_FUZZ_SEED ?? Date.now() % 2 ** 31);

/** What is spoiled, and what makes a file of it. */
const spoiled = [
  ...Object.entries(sampleFiles).map(([name, bytes]) => ({
    name,
    what: name,
    bytes,
    pack: (all: Uint8Array) => all,
  })),
  ...Object.entries(packedFiles).map(([name, { inside, pack }]) => ({
    name,
    what: `what is in ${name}`,
    bytes: inside,
    pack,
  })),
].map((one, index) => ({ ...one, seed: first + index }));
/** How many of the spoiled ones were read. */
const readOf = new Map<string, number>();
const perFile = Math.ceil(files / spoiled.length);

/** What a file gives: an article taken apart, or why not. */
async function given(
  bytes: Uint8Array,
  name: string | null,
  type: string | null,
): Promise<SegmentedArticle | Rejection> {
  const read = await readArticle({ bytes, name, type });
  return read.ok ? read.value : read.rejection;
}

/** One edit leaves XML whole more often than several do. */
const edits: fc.Arbitrary<ByteEdit[]> = fc.oneof(
  fc.tuple(byteEdit),
  fc.array(byteEdit, { minLength: 2, maxLength: 6, size: "max" }),
);

const types = fc.constantFrom(
  null,
  null,
  null,
  "text/html",
  "application/gzip",
  "text/plain; charset=shift_jis",
  "a/b; charset=none",
);

describe(`whatever became of a file, it is read or rejected with a reason (${perFile} of each)`, () => {
  it.each(spoiled)("$what is read as it is", async ({ name, bytes, pack }) => {
    const result = await given(pack(bytes), name, null);
    expect(result).toMatchObject({ segments: expect.anything() });
  });

  it.each(spoiled)(
    "$what, seed $seed",
    async ({ name, what, bytes, pack, seed }) => {
      let read = 0;
      await fc.assert(
        fc.asyncProperty(
          edits,
          fc.constantFrom(name, name, null, "a.html"),
          types,
          async (changes, called, type) => {
            const result = await given(pack(changes.reduce<Uint8Array>(editedBytes, bytes)), called, type);
            if ("code" in result) {
              rejectionSchema.parse(result);
              expect(result.message).toMatch(/\S/u);
              return;
            }
            read++;
            expect(problemsOfSegments(result)).toEqual([]);
            expect(problemsOfResults(result.text, tagArticle(result))).toEqual([]);
          },
        ),
        { numRuns: perFile, seed },
      );
      // Of what is packed with a check sum, hardly one.
      readOf.set(what, read);
    },
    Math.max(120_000, perFile * 400),
  );

  it("and many are read", () => {
    expect(readOf.size).toBe(spoiled.length);
    const all = [...readOf.values()].reduce((sum, read) => sum + read, 0);
    expect(all).toBeGreaterThan(files / 5);
  });
});
