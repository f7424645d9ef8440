import { getDocumentProxy } from "unpdf";
import { type Accepted, rejected } from "../rejection.ts";
import type { ArticleParts } from "./article-parts.ts";
import { pdfLines } from "./pdf-lines.ts";
import { piecesOfPage } from "./pdf-page.ts";
import { type PdfParagraph, pdfParagraphs } from "./pdf-paragraphs.ts";
import { medianSize, type PdfPiece } from "./pdf-piece.ts";
import { withoutRunning } from "./pdf-running.ts";
import { refusalOfPdf } from "./pdf-unpacked.ts";

/** Longer documents are refused: an article has some pages, a newspaper a hundred. */
const mostPages = 300;

/** A headline's letters are larger than the text's by this factor. */
const headlineFactor = 1.25;

/**
 * The article in a PDF, from its text layer: lines by where they stand, columns one after the other, words put together that a hyphen
 * cut, headers, footers and page numbers left out, and what page each paragraph begins on. Scripts do not run.
 */
export async function readPdf(bytes: Uint8Array): Promise<Accepted<ArticleParts>> {
  const rejection = refusalOfPdf(bytes);
  if (rejection !== null) return { ok: false, rejection };
  try {
    // The reader keeps the bytes that it gets, and takes no Buffer.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
    try {
      if (document.numPages > mostPages)
        return rejected(
          "too-large",
          `has ${document.numPages} pages, more than the ${mostPages} that are read; split it`,
        );
      const pieces: PdfPiece[][] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        pieces.push(piecesOfPage(items.flatMap((item) => ("str" in item ? [item] : []))));
        page.cleanup();
      }
      const pages = withoutRunning(pieces).map(pdfLines);
      const paragraphs = pdfParagraphs(pages);
      if (paragraphs.length === 0)
        return rejected(
          "no-text",
          "is a PDF without text, a scan perhaps; run text recognition (OCR) over it",
        );
      return { ok: true, value: partsOf(paragraphs, pages) };
    } finally {
      await document.cleanup();
    }
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException")
      return rejected("encrypted", "is a PDF that opens with a password only; save it without one");
    return rejected("damaged", "is a PDF that is cut off or damaged; save it anew");
  }
}

function partsOf(paragraphs: readonly PdfParagraph[], pages: readonly PdfPiece[][][]): ArticleParts {
  const usual = medianSize(pages.flat(2));
  const titleAt = paragraphs
    .slice(0, 5)
    .findIndex(({ text, size, page }) => page === 0 && size >= usual * headlineFactor && text.length <= 250);
  const own = paragraphs.filter((_, index) => index !== titleAt);
  return {
    title: paragraphs[titleAt]?.text ?? null,
    authors: [],
    published: null,
    paragraphs: own.map(({ text }) => ({ text, kind: null })),
    pageEnds: pages.map((_, page) => own.filter((paragraph) => paragraph.page <= page).length),
  };
}
