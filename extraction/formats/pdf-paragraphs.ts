import { singleSpaced } from "./article-parts.ts";
import { medianSize, type PdfPiece } from "./pdf-lines.ts";

/** A paragraph put together from lines; `page` counts from 0 and is the one that it begins on. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  /** Of its letters, in points. */
  readonly size: number;
}

/** The paragraphs of a document, from the blocks of lines of each page in reading order. */
export function pdfParagraphs(pages: readonly (readonly PdfPiece[][])[]): PdfParagraph[] {
  const running = runningLines(pages);
  const paragraphs: PdfParagraph[] = [];
  for (const [page, blocks] of pages.entries()) {
    for (const block of blocks) {
      const own = block.filter((line) => !running.has(runningForm(line.text)) && !isPageNumber(line.text));
      for (const [index, group] of groupsOf(own).entries()) {
        const text = singleSpaced(joined(group.map((line) => line.text)));
        const size = medianSize(group);
        const open = paragraphs.at(-1);
        // A paragraph goes on in the next column or on the next page.
        if (index === 0 && open !== undefined && goesOn(open, text, size)) {
          paragraphs[paragraphs.length - 1] = { ...open, text: singleSpaced(joined([open.text, text])) };
        } else if (text !== "") paragraphs.push({ text, page, size });
      }
    }
  }
  return paragraphs;
}

/**
 * Lines made one text: what a hyphen cut at a line's end is put together again where the next line begins with a small letter, soft
 * hyphens always. A compound that happens to be cut at its own hyphen loses it.
 */
export function joined(lines: readonly string[]): string {
  let text = "";
  for (const line of lines.map((one) => one.trim())) {
    if (text === "") text = line;
    else if (text.endsWith("\u00ad")) text = text.slice(0, -1) + line;
    else if (/\p{L}[-‐]$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line;
    else text += ` ${line}`;
  }
  return text;
}

const endsSentence = /[.?!:]["'”’»)\]]*$/u;

const goesOn = (open: PdfParagraph, text: string, size: number): boolean =>
  !endsSentence.test(open.text.slice(-6)) &&
  /^["'“‘(]?\p{Ll}/u.test(text) &&
  Math.abs(open.size - size) < size * 0.1;

/** Lines by paragraph: one begins after a wider gap, with an indent, in another size, or after a short last line. */
function groupsOf(lines: readonly PdfPiece[]): PdfPiece[][] {
  const groups: PdfPiece[][] = [];
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map(({ x, width }) => x + width));
  const gaps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const begins =
      before === undefined ||
      (gaps[index - 1] ?? 0) > usual * 1.3 + 1 ||
      Math.abs(before.size - line.size) > before.size * 0.15 ||
      (line.x - left > line.size * 0.7 && before.x - left < before.size * 0.7) ||
      (right - before.x - before.width > (right - left) * 0.25 &&
        endsSentence.test(before.text.trim().slice(-6)));
    if (begins) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

const isPageNumber = (line: string): boolean =>
  /^\s*(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?\s*$/iu.test(line);

/** A line with its figures made equal: "The Herald, page 3" and "The Herald, page 4" are one. */
const runningForm = (line: string): string => singleSpaced(line).replace(/\d+/gu, "0").toLowerCase();

/** Headers and footers: what stands first or last on at least three pages, and on most. */
function runningLines(pages: readonly (readonly PdfPiece[][])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const blocks of pages) {
    const lines = blocks.flat().sort((a, b) => b.y - a.y);
    const outer = new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(({ text }) => runningForm(text)));
    for (const form of outer) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * 0.5);
  return new Set([...counts].filter(([, count]) => count >= least).map(([form]) => form));
}
