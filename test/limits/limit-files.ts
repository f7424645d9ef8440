import { deflateSync, gzipSync } from "node:zlib";
import type { RejectionCode } from "#extraction/rejection.ts";
import { type Placed, pdfFile } from "../extraction/formats/pdf-file.ts";
import { zipArchive } from "../extraction/formats/zip-archive.ts";

/** A file at a limit, and how it ends: with results, or rejected with a code. */
export interface LimitFile {
  readonly name: string;
  readonly content: () => string | Buffer;
  readonly ends: RejectionCode | "results";
  /** It is read but not tagged in the tests: that takes long where other tests run beside it. The docs have the figures. */
  readonly slow?: boolean;
  /** Reading it has no end that a reader would see, but for the bound on its time. */
  readonly endless?: boolean;
}

const lines = [
  "The fares of the ferries will rise by a tenth in",
  "May, Prime Minister Tomas Ferrow said on Friday.",
  "“We lost 14 sailings to fog,” said Ferrow.",
];
const text = lines.join(" ");
const upTo = (bytes: number, piece: string): string =>
  piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
const page: Placed[] = lines.map((line, index) => [50, 700 - index * 14, 10, line]);
const encryption = `<</Filter/Standard/V 1/R 2/P -4/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>>>`;
const id = `<${"22".repeat(16)}>`;
const zeros = (): Buffer => Buffer.alloc(500_000_000, 32);

/** So many spaces as PDF's RunLengthDecode has them: 129 stands for 128 times the next byte. */
const spacesInRunLengths = (count: number): Buffer => Buffer.alloc(Math.ceil(count / 64), "\x81 ", "latin1");

/** A form of a PDF, which draws the form that has the number `next`. */
const form = (content: string, next: number): string =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F 3 0 R>>/XObject<</X ${next} 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** All of them; `docs/limits.md` has a line for each. */
export const limitFiles: readonly LimitFile[] = [
  { name: "empty.txt", content: () => "", ends: "empty" },
  { name: "white-space.txt", content: () => " \r\n\t \u00a0\n", ends: "empty" },
  { name: "20-mb.txt", content: () => upTo(20_000_000, "a "), ends: "too-large" },
  { name: "19-mb.txt", content: () => upTo(19_000_000, `${text}\n\n`), ends: "too-large" },
  { name: "paragraph-of-5-mb.txt", content: () => upTo(5_000_000, `${text} `), ends: "too-large" },
  { name: "paragraph-of-1-mb.txt", content: () => upTo(1_000_000, `${text} `), ends: "results", slow: true },
  { name: "cues-of-1-mb.txt", content: () => upTo(1_000_000, "he said, "), ends: "results", slow: true },
  {
    name: "100000-marks.txt",
    content: () => `${text} ${"“".repeat(50_000)}${'"'.repeat(50_000)}`,
    ends: "results",
  },
  {
    name: "nested-marks.txt",
    content: () => `${text} ${"“(".repeat(1_000)}no${")”".repeat(1_000)}`,
    ends: "results",
  },
  { name: "nested.html", content: () => `${"<div>".repeat(1_000)}<p>${text}</p>`, ends: "results" },
  {
    name: "scripts.html",
    content: () =>
      `<html><body><script>document.write("<p>No, said nobody.</p>")</script><h1>Fares to rise</h1><p onclick="x()">${text}</p></body></html>`,
    ends: "results",
  },
  {
    name: "entities.xml",
    content: () =>
      `<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><newsItem><contentSet><inlineData>&b;</inlineData></contentSet></newsItem>`,
    ends: "damaged",
  },
  {
    name: "nested.xml",
    content: () => `<newsItem>${upTo(19_000_000, "<a>")}`,
    ends: "too-large",
    endless: true,
  },
  { name: "bomb.txt.gz", content: () => gzipSync(zeros()), ends: "too-large" },
  { name: "bomb.docx", content: () => zipArchive({ "word/document.xml": zeros() }), ends: "too-large" },
  { name: "bomb.pdf", content: () => pdfFile([[]], { stream: deflateSync(zeros()) }), ends: "too-large" },
  {
    name: "bomb-in-run-lengths.pdf",
    content: () => pdfFile([[]], { stream: spacesInRunLengths(1_000_000_000), filter: "/RunLengthDecode" }),
    ends: "too-large",
  },
  {
    name: "forms-in-forms.pdf",
    content: () =>
      pdfFile([[]], {
        stream: deflateSync("/X Do"),
        resources: "/XObject<</X 6 0 R>>",
        objects: Array.from({ length: 9 }, (_, level) =>
          // One without text would be looked at once.
          form(level === 8 ? "BT /F 9 Tf (no) Tj ET" : "/X Do ".repeat(10), 7 + level),
        ),
      }),
    ends: "too-large",
    endless: true,
  },
  { name: "truncated.txt.gz", content: () => gzipSync(text.repeat(50)).subarray(0, 90), ends: "damaged" },
  { name: "scan.pdf", content: () => pdfFile([[]]), ends: "no-text" },
  {
    name: "encrypted.pdf",
    content: () => pdfFile([page], { trailer: `/Encrypt 6 0 R/ID[${id}${id}]`, objects: [encryption] }),
    ends: "encrypted",
  },
  { name: "pdf-named-text.txt", content: () => pdfFile([page]), ends: "results" },
  {
    name: "picture-named-text.txt",
    content: () => Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ends: "binary",
  },
  {
    name: "windows-1252.txt",
    content: () => Buffer.from(`Caf\xe9 talk\n\n${text.replace(/[“”]/gu, '"')}`, "latin1"),
    ends: "results",
  },
  {
    name: "german.txt",
    content: () =>
      "Die Fähren werden im Mai teurer, sagte der Bürgermeister am Montag. Er sagte, dass die Stadt keine andere Wahl habe und dass die Boote alt seien. Die Gewerkschaft war nicht damit einverstanden und will nun mit der Stadt reden, wie ein Sprecher sagte.",
    ends: "unsupported-language",
  },
];
