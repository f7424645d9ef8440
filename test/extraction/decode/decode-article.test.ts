import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeArticle, maximumBytes } from "#extraction/decode/decode-article.ts";
import { firstInvalidByte } from "#extraction/decode/first-invalid-byte.ts";

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const textOf = (bytes: Uint8Array): string | null => {
  const result = decodeArticle(bytes);
  return result.ok ? result.value : null;
};

describe("a text is decoded unchanged", () => {
  it.each([
    ["UTF-8", Buffer.from("The mayor’s café 😀 closed."), "The mayor’s café 😀 closed."],
    ["UTF-8 with a byte order mark, which is dropped", Buffer.from("\ufeffIt rained."), "It rained."],
    [
      "CRLF and trailing white space",
      Buffer.from("It rained.\r\n\r\nIt stopped. \n"),
      "It rained.\r\n\r\nIt stopped. \n",
    ],
    [
      "Windows-1252",
      latin1("\x93It\x92s the caf\xe9\x94 \x96 \x80 5 for a cup of tea, and no word about the cake"),
      "“It’s the café” – € 5 for a cup of tea, and no word about the cake",
    ],
    ["ISO-8859-1", latin1("It was in the caf\xe9 there"), "It was in the café there"],
    ["UTF-16 without its mark", utf16("It rained all day", "le").subarray(2), "It rained all day"],
    [
      "UTF-16 the other way round, without its mark",
      utf16("It rained all day", "be").subarray(2),
      "It rained all day",
    ],
    ["lone CRs", Buffer.from("It rained.\r\rIt stopped.\r"), "It rained.\r\rIt stopped.\r"],
    ["decomposed accents", Buffer.from("The cafe\u0301 closed."), "The cafe\u0301 closed."],
    [
      "zero-width and bidirectional marks",
      Buffer.from("It\u200b rained\u2069 \u202aand\u202c \ufeffstopped."),
      "It\u200b rained\u2069 \u202aand\u202c \ufeffstopped.",
    ],
    ["UTF-16 little-endian", utf16("It rained – “hard”.", "le"), "It rained – “hard”."],
    ["UTF-16 big-endian", utf16("It rained 😀.", "be"), "It rained 😀."],
    [
      "a few control characters",
      Buffer.from(`It rained.\u0007 ${"It went on raining. ".repeat(10)}`),
      `It rained.\u0007 ${"It went on raining. ".repeat(10)}`,
    ],
  ])("%s", (_, bytes, text) => expect(textOf(bytes)).toBe(text));

  it("any text survives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(/\S/u.test(text) && !/[\p{Cc}\ufeff]/u.test(text));
        const padded = `The text: ${text}`;
        expect(textOf(Buffer.from(padded))).toBe(padded);
        expect(textOf(utf16(padded, "be"))).toBe(padded);
      }),
    );
  });
});

describe("a declared encoding", () => {
  it.each([
    ["is used where the bytes are not UTF-8", "ISO-8859-15", latin1("It costs \xa4 5"), "It costs € 5"],
    ["counts for less than UTF-8 that is well-formed", "windows-1252", Buffer.from("the café"), "the café"],
    ["counts for less than a byte order mark", "windows-1252", utf16("It rained", "be"), "It rained"],
    ["that no one knows is left aside", "x-wrong", latin1("in the caf\xe9 there"), "in the café there"],
    ["of UTF-8 that is none is left aside", "utf-8", latin1("in the caf\xe9 there"), "in the café there"],
  ])("%s", (_, declared, bytes, text) => {
    expect(decodeArticle(bytes, declared)).toEqual({ ok: true, value: text });
  });
});

describe("what is no text is refused with the reason", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty", "is empty"],
    ["white space", Buffer.from(" \r\n\t\u00a0"), "empty", "nothing but white space"],
    ["only a byte order mark", Buffer.from("\ufeff"), "empty", "nothing but white space"],
    ["a PDF file", latin1("%PDF-1.7\n1 0 obj"), "binary", "looks like a PDF file"],
    ["a zip archive", latin1("PK\x03\x04rest"), "binary", "zip archive or an office document"],
    ["a PNG image", latin1("\x89PNG\r\n\x1a\nrest"), "binary", "PNG image"],
    ["a JPEG image", latin1("\xff\xd8\xff\xe0rest"), "binary", "JPEG image"],
    ["gzip", latin1("\x1f\x8b\x08rest"), "binary", "gzip"],
    ["RTF", latin1("{\\rtf1 It rained}"), "binary", "RTF"],
    ["zeros", latin1("It rained\x00\x00\x00 and rained and rained"), "binary", "binary data"],
    ["control characters", latin1("\x01\x02It rained\x03"), "binary", "binary data"],
    [
      "UTF-8 with one byte damaged",
      latin1("The caf\xc3\xa9 and the caf\xe9 there"),
      "invalid-encoding",
      "byte 21 is 0xE9",
    ],
    [
      "Cyrillic of before Unicode",
      latin1("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0!"),
      "invalid-encoding",
      "byte 0",
    ],
    [
      "bytes that Windows-1252 does not have",
      latin1("It was in the caf\x8d there, all day long"),
      "invalid-encoding",
      "byte 17",
    ],
    [
      "a sequence broken off",
      Buffer.from("It rained é").subarray(0, 11),
      "invalid-encoding",
      "byte 10 is 0xC3",
    ],
    ["half a code unit", utf16("It rained", "le").subarray(0, 19), "invalid-encoding", "byte 18"],
    ["half a surrogate pair", utf16("It \ud83d rained", "be"), "invalid-encoding", "byte 8"],
  ] as const)("%s", (_, bytes, code, part) => {
    const result = decodeArticle(bytes);
    expect(result).toMatchObject({ ok: false, rejection: { code } });
    expect(result.ok ? "" : result.rejection.message).toContain(part);
  });

  it("20 MB and more, by one byte", () => {
    const bytes = new Uint8Array(maximumBytes).fill(0x61);
    expect(decodeArticle(bytes)).toMatchObject({ ok: false, rejection: { code: "too-large" } });
    expect(decodeArticle(bytes.subarray(1)).ok).toBe(true);
  });

  it("never throws, and finds the first invalid byte that a decoder would stop at", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        decodeArticle(bytes);
        const at = firstInvalidByte(bytes);
        const decoder = (): string =>
          new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, at ?? bytes.length));
        expect(decoder).not.toThrow();
        if (at !== null) expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
