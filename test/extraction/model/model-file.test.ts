import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { packModel, readModel } from "#extraction/model/model-file.ts";
import { smallModelFile, smallParts, smallSections } from "./small-model.ts";

const cure = "make it with npm run train -- --corpus DIR, or install Onrecord again";
const file = smallModelFile();

/** The file with some of its first bytes changed and, where wanted, a checksum that fits. */
function changed(at: number, byte: number, sealed: boolean): Uint8Array {
  const copy = Buffer.from(file);
  copy[at] = byte;
  if (sealed) copy.writeUInt32LE(crc32(copy.subarray(24), crc32(copy.subarray(0, 20))), 20);
  return copy;
}

describe("a model file", () => {
  it("gives back what was packed, by name", () => {
    const model = readModel(file, "toy.model");
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect([...model.sections].sort(byName)).toEqual([...smallSections].sort(byName));
    expect(model.parts).toEqual(smallParts);
    expect(model.numbers("toy/odd", "int16", 3)).toEqual(Int16Array.of(-32768, 0, 32767));
    expect(model.strings("toy/no-words")).toEqual([]);
    expect(model.json("toy/settings", z.object({ window: z.int() }))).toEqual({ window: 5 });
  });

  it("gives back any numbers and strings, wherever its bytes lie", () => {
    const strings = fc.array(fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0000")));
    fc.assert(
      fc.property(fc.float32Array(), fc.int8Array(), strings, fc.nat(9), (floats, bytes, words, offset) => {
        const sections = [
          { name: "a", data: bytes },
          { name: "b", data: floats },
          { name: "c", data: words },
        ];
        const packed = packModel(sections, []);
        const moved = new Uint8Array(packed.length + offset).subarray(offset);
        moved.set(packed);
        expect(readModel(moved, "any.model").sections).toEqual(sections);
      }),
      { numRuns: 60 },
    );
  });

  it("is small where numbers are mostly zero", () => {
    expect(packModel([{ name: "a", data: new Int8Array(1e6).fill(1, 5, 9) }], []).length).toBeLessThan(2000);
  });

  it("is the same for the same sections, in whatever order they come", () => {
    expect(packModel([...smallSections].reverse(), smallParts)).toEqual(file);
  });

  it("has a version that changes with any weight, and with nothing else", () => {
    const version = (sections = smallSections, parts = smallParts) =>
      readModel(packModel(sections, parts), "toy.model").version;
    expect(version()).toMatch(/^[0-9a-f]{8}$/u);
    expect(version(smallSections, [])).toBe(version());
    expect(version([...smallSections.slice(1), { name: "toy/zeros", data: new Int8Array(5000) }])).not.toBe(
      version(),
    );
    expect(version(smallSections.slice(1))).not.toBe(version());
  });

  it.each([
    ["two sections of one name", [...smallSections, { name: "toy/odd", data: [] }], /two sections toy\/odd/u],
    ["a string with a zero", [{ name: "a", data: ["b\u0000"] }], /section a: "b\\u0000" cannot be kept/u],
    ["half a character", [{ name: "a", data: ["\ud800"] }], /section a: "\\ud800" cannot be kept/u],
  ])("is not made of %s", (_, sections, message) => {
    expect(() => packModel(sections, [])).toThrow(message);
  });
});

describe("what is no good model file is refused in one line", () => {
  it.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "is cut short: it has 0 bytes, expected more than 24"],
    [
      "text",
      Buffer.from("Not a model at all, but a text."),
      "is no model file: expected it to begin with ONRECORD",
    ],
    ["cut in the prefix", file.subarray(0, 20), "is cut short: it has 20 bytes, expected more than 24"],
    [
      "cut by a byte",
      file.subarray(0, -1),
      `is cut short: it has ${file.length - 1} bytes, expected ${file.length}`,
    ],
    [
      "something behind it",
      Buffer.concat([file, Buffer.from("\n")]),
      `is too long: it has ${file.length + 1} bytes, expected ${file.length}`,
    ],
    ["another version", changed(8, 2, true), "has model format 2, expected 1"],
    ["another version, cut", changed(8, 2, false).subarray(0, 30), "has model format 2, expected 1"],
    ["no header", changed(24, 0x21, true), "has a header that cannot be read, expected JSON"],
  ])("%s", (_, bytes, problem) => {
    expect(() => readModel(bytes, "var/toy.model")).toThrow(`var/toy.model: ${problem}; ${cure}`);
  });

  it("any damaged byte", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = changed(at, (file[at] ?? 0) ^ change, false);
        expect(() => readModel(bytes, "toy.model")).toThrow(
          /^toy\.model: [^\n]+; make it with npm run train/u,
        );
      }),
    );
  });

  it("a section that does not hold what the header says", () => {
    // The one list without strings is told to have one.
    const at = Buffer.from(file).indexOf('"length":0') + '"length":'.length;
    expect(() => readModel(changed(at, 0x31, true), "toy.model")).toThrow(
      "toy.model: section toy/no-words cannot be read, expected utf8-list of length 1",
    );
  });
});

describe("a section that is not what is expected is named", () => {
  const model = readModel(file, "toy.model");
  it.each<[string, () => unknown, string]>([
    [
      "missing",
      () => model.numbers("roles/cues", "int8"),
      "has no section roles/cues, expected one of type int8",
    ],
    ["of another type", () => model.numbers("toy/odd", "int8"), "section toy/odd is int16, expected int8"],
    [
      "of another length",
      () => model.numbers("toy/odd", "int16", 4),
      "section toy/odd has 3 numbers, expected 4",
    ],
    ["numbers for strings", () => model.strings("toy/odd"), "section toy/odd is int16, expected utf8-list"],
    [
      "JSON of another shape",
      () => model.json("toy/settings", z.object({ window: z.string() })),
      "section toy/settings.window is not as expected: Invalid input: expected string, received number",
    ],
  ])("%s", (_, use, problem) => {
    expect(use).toThrow(`toy.model: ${problem}; ${cure}`);
  });
});
