import { afterAll, beforeAll, expect, it } from "vitest";
import { pdfLines } from "#extraction/formats/pdf-lines.ts";
import { pdfParagraphs } from "#extraction/formats/pdf-paragraphs.ts";
import type { PdfPiece } from "#extraction/formats/pdf-piece.ts";
import { withoutRunning } from "#extraction/formats/pdf-running.ts";
import { readArticle } from "#extraction/formats/read-article.ts";
import { zipArchive } from "../extraction/formats/zip-archive.ts";
import { isOwnOrParser, StepCounter } from "./step-counter.ts";

const counter = new StepCounter();
beforeAll(() => counter.start());
afterAll(() => counter.stop());

const sentence = "The fares will rise in May, Prime Minister Tomas Ferrow said on Friday. ";
const read = (content: string | Uint8Array, name: string): Promise<unknown> =>
  readArticle({ bytes: Buffer.from(content), name, type: null });
const mail = "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const news = (body: string): string =>
  `<newsItem><contentSet><inlineXML>${body}</inlineXML></contentSet></newsItem>`;
const docx = (body: string): Uint8Array =>
  zipArchive({ "word/document.xml": `<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>` });
const piece = (x: number, y: number): PdfPiece => ({ text: "words", x, y, width: 25, size: 10, font: "f" });
const page = (pieces: readonly PdfPiece[]): void =>
  void pdfParagraphs(withoutRunning([pieces]).map(pdfLines));
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What is read at a size, in hundreds; its steps may grow with the size and little more. */
const files: [string, (size: number) => unknown][] = [
  [
    "HTML of many paragraphs",
    (size) => read(`<html><body>${`<p>${sentence}</p>`.repeat(size * 100)}`, "a.html"),
  ],
  ["HTML nested deep", (size) => read(`<html><body>${"<div>".repeat(size * 600)}${sentence}`, "a.html")],
  ["HTML of tags that never end", (size) => read(`<html><body>${"<p".repeat(size * 1_000)}`, "a.html")],
  [
    "mails in mails",
    (size) =>
      read(
        `${`${mail}Content-Type: message/rfc822\r\n\r\n`.repeat(size * 100)}${mail}\r\n${sentence}`,
        "a.eml",
      ),
  ],
  [
    "a mail of rules",
    (size) => read(`${mail}\r\n${sentence}\r\n${"-----\r\n\r\n".repeat(size * 300)}`, "a.eml"),
  ],
  [
    "a mail of announcements",
    (size) => read(`${mail}\r\n${sentence}\r\n${"On Friday he wrote:\r\n\r\n".repeat(size * 300)}`, "a.eml"),
  ],
  ["RTF of groups", (size) => read(`{\\rtf1 ${`{\\b ${sentence}}`.repeat(size * 100)}}`, "a.rtf")],
  ["RTF nested deep", (size) => read(`{\\rtf1 ${"{".repeat(size * 1_000)}${sentence}`, "a.rtf")],
  [
    "DOCX nested deep",
    (size) =>
      read(
        docx(
          `${"<w:sdt>".repeat(size * 1_000)}<w:p><w:r><w:t>${sentence}</w:t></w:r></w:p>${"</w:sdt>".repeat(size * 1_000)}`,
        ),
        "a.docx",
      ),
  ],
  [
    "NewsML nested deep",
    (size) =>
      read(news(`${"<div>".repeat(size * 500)}<p>${sentence}</p>${"</div>".repeat(size * 500)}`), "a.xml"),
  ],
  [
    "a page of a PDF in rows",
    (size) => page(many(size * 300, (at) => piece((at % 10) * 50, 800 - Math.floor(at / 10) * 12))),
  ],
  ["a page of a PDF in steps", (size) => page(many(size * 200, (at) => piece(at * 30, 800 - at * 12)))],
  ["a page of a PDF with gaps", (size) => page(many(size * 200, (at) => piece(50, -at * at)))],
  [
    "a PDF of many pages",
    (size) =>
      void pdfParagraphs(
        withoutRunning(
          many(size * 20, (at) => many(30, (row) => piece(50 + (row % 3), 800 - row * (12 + (at % 2))))),
        ).map(pdfLines),
      ),
  ],
];

it.each(files)(
  "%s: twice the size is not much more than twice the work",
  { timeout: 300_000 },
  async (_, work) => {
    // What is made at the first call is not made again.
    await work(1);
    const once = await counter.stepsOf(() => work(4), isOwnOrParser);
    const twice = await counter.stepsOf(() => work(8), isOwnOrParser);
    // Work that grew with the square would be four times as much; sorting takes a little more than twice.
    expect(twice / once).toBeLessThan(2.6);
  },
);
