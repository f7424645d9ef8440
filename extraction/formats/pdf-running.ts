import { singleSpaced } from "./article-parts.ts";
import { median, medianSize, type PdfPiece } from "./pdf-piece.ts";
import { lineOf, rowsOf } from "./pdf-rows.ts";

/** A row near the head or foot of a page, as one line. */
interface Outer {
  readonly page: number;
  readonly row: readonly PdfPiece[];
  readonly line: PdfPiece;
  /** First or last of its page, not the one next to it. */
  readonly isFirst: boolean;
  readonly isHead: boolean;
  /** Farther from what comes next than lines of the page are from each other. */
  readonly isApart: boolean;
}

/**
 * The pieces of each page without what runs through all of them: headers and footers, page numbers, and what a browser prints around
 * a page. Columns are found without them, and paragraphs go on over them.
 */
export function withoutRunning(pages: readonly (readonly PdfPiece[])[]): PdfPiece[][] {
  const outer = pages.flatMap(outerRows);
  const usual = medianSize(pages.flat());
  const places = placesOf(outer);
  const taken = new Set<PdfPiece>();
  for (const one of outer) {
    const { row, line, isFirst, isApart } = one;
    const isSmall = line.size <= usual * 1.25;
    const isNumber = isSmall && (isFirst || isApart) && isPageNumber(line.text);
    if (isNumber || isPrinted(one) || repeats(one, places, pages.length <= mostOfShort && isSmall))
      for (const piece of row) taken.add(piece);
  }
  return pages.map((pieces) => pieces.filter((piece) => !taken.has(piece)));
}

/** The two rows at the head and at the foot of a page. */
function outerRows(pieces: readonly PdfPiece[], page: number): Outer[] {
  const rows = rowsOf(pieces.filter(({ text }) => text.trim() !== ""));
  const lines = rows.map(lineOf);
  const gaps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y);
  const usual = median(gaps) ?? 0;
  return rows.flatMap((row, index): Outer[] => {
    const line = lines[index];
    const fromEnd = rows.length - 1 - index;
    if (line === undefined || (index > 1 && fromEnd > 1)) return [];
    const isHead = index <= fromEnd;
    const inward = (isHead ? gaps[index] : gaps[index - 1]) ?? 0;
    const isFirst = index === 0 || fromEnd === 0;
    return [{ page, row, line, isFirst, isHead, isApart: inward > usual * 1.3 }];
  });
}

/** In how many pages, and how often with other figures, a row stands at about the same height. */
interface Place {
  readonly pages: Set<number>;
  readonly texts: Set<string>;
}

/** Points that are about the same height. */
const about = 3;
const keyOf = (form: string, height: number): string => `${height} ${form}`;
const heightOf = ({ y }: PdfPiece): number => Math.round(y / about);

function placesOf(outer: readonly Outer[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { page, line } of outer) {
    const key = keyOf(runningForm(line.text), heightOf(line));
    const place = places.get(key) ?? { pages: new Set(), texts: new Set() };
    places.set(key, place);
    place.pages.add(page);
    place.texts.add(line.text);
  }
  return places;
}

/** A document of so many pages has each header a few times only. */
const mostOfShort = 4;

/**
 * Whether a row stands at the same place of other pages too, figures aside: on three, or on two of a short document where it counts
 * them or is set apart, and is no headline.
 */
function repeats({ line, isApart }: Outer, places: ReadonlyMap<string, Place>, isOfShort: boolean): boolean {
  const form = runningForm(line.text);
  if (!/\p{L}/u.test(form)) return false;
  const near = [-1, 0, 1].flatMap((by) => places.get(keyOf(form, heightOf(line) + by)) ?? []);
  const count = near.reduce((sum, { pages }) => sum + pages.size, 0);
  const isCounted = near.some(({ texts }) => texts.size > 1 || !texts.has(line.text));
  return count >= 3 || (count === 2 && isOfShort && (isApart || isCounted));
}

/** A line with its figures made equal: "The Herald, page 3" and "The Herald, page 4" are one. */
const runningForm = (line: string): string => singleSpaced(line).replace(/\d+/gu, "0").toLowerCase();

/** "7", "- 7 -", "Page 7 of 12", "7/12", "xiv". */
const isPageNumber = (line: string): boolean =>
  /^[-–—|[(]? ?(?:page |p\. ?)?(?:\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?|[ivxl]{1,7}) ?[-–—|\])]?$/iu.test(
    singleSpaced(line),
  );

/** The day and time that a browser prints. */
const stamp = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d{2}(?: ?[ap]m)?(?: |$)/iu;
const numbered = /^\d{1,4} (?:of|\/) \d{1,4} /u;

/** What browsers print at the head and foot of a page: when, the page's title and address, its number. */
function isPrinted({ line, isFirst, isHead }: Outer): boolean {
  const text = singleSpaced(line.text);
  if (!isFirst || text.length > 500) return false;
  if (isHead) return stamp.test(text) || endsWithAddress(text);
  const number = / \d{1,4}\/\d{1,4}$/u.exec(text);
  if (number !== null) return endsWithAddress(text.slice(0, number.index));
  const first = numbered.exec(text);
  return first !== null && stamp.test(text.slice(first[0].length));
}

const endsWithAddress = (text: string): boolean =>
  /^(?:https?|file):\/\//u.test(text.slice(text.lastIndexOf(" ") + 1));
