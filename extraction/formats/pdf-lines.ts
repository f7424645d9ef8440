import { endOf, median, medianSize, type PdfPiece } from "./pdf-piece.ts";
import { joinedPiece, lineOf, rowsOf } from "./pdf-rows.ts";

/** More pieces than a page of print has are taken in the order of their rows: ordering costs time with their square. */
const mostPieces = 4_000;

/** So often is it tried whether a cut lays columns open; more only a page takes that is made for it. */
const mostTries = 200;

/** Strips that are looked at in a block; a page of print has as many as columns. */
const mostStrips = 30;

/** A gap so many letters wide is one between columns; of few lines a wider one; a narrow one where the lines behind it begin at one edge. */
const gutter = { ofFew: 2.4, alone: 1.2, withEdge: 0.5 };

/** Lines on either side that make columns of a narrow strip. */
const leastRows = 4;

/**
 * The lines of a page in reading order, column by column: where a strip of white runs down between pieces, what is left of it is
 * read first; else the page is cut across, where that lays most of columns open or at its widest gap (after the recursive X-Y cut of
 * Nagy and Seth, 1984). What is cut across and has no columns is one block again.
 */
export function pdfLines(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const runs = joinRuns(pieces.filter(({ text }) => text.trim() !== ""));
  if (runs.length > mostPieces) return [rowsOf(runs).map(lineOf)];
  let tries = mostTries;
  return blocksOf(runs, () => tries-- > 0).filter((block) => block.length > 0);
}

function blocksOf(block: readonly PdfPiece[], mayTry: () => boolean): PdfPiece[][] {
  const columns = cutDown(block);
  if (columns !== null) return columns.flatMap((half) => blocksOf(half, mayTry));
  const rows = rowsOf(block);
  const cut = cutAcross(rows, mayTry);
  const blocks = cut === null ? [] : cut.flatMap((half) => blocksOf(half, mayTry));
  return blocks.length > 2 ? blocks : [rows.map(lineOf)];
}

/** Pieces that follow each other on a line, made one; a gap that may be a gutter keeps them apart. */
function joinRuns(pieces: readonly PdfPiece[]): PdfPiece[] {
  const runs: PdfPiece[] = [];
  for (const piece of pieces) {
    const open = runs.at(-1);
    const gap = open === undefined ? 0 : piece.x - endOf(open);
    const follows =
      open !== undefined &&
      Math.abs(piece.y - open.y) < open.size * 0.4 &&
      gap > -open.size * 0.5 &&
      gap < open.size * gutter.withEdge;
    if (follows) runs[runs.length - 1] = joinedPiece(open, piece);
    else runs.push(piece);
  }
  return runs;
}

type Halves = readonly [PdfPiece[], PdfPiece[]];

/** Left and right of a strip that no piece crosses; both sides have several lines, or it is a gap in one. */
function cutDown(block: readonly PdfPiece[]): Halves | null {
  const sorted = [...block].sort((a, b) => a.x - b.x);
  const size = medianSize(block);
  let edge = Number.NEGATIVE_INFINITY;
  let strips = 0;
  for (const [index, piece] of sorted.entries()) {
    const gap = piece.x - edge;
    if (index >= 2 && sorted.length - index >= 2 && gap >= size * gutter.withEdge) {
      if (++strips > mostStrips) return null;
      const [left, right] = [sorted.slice(0, index), sorted.slice(index)];
      const isGutter =
        gap >= size * gutter.alone
          ? Math.min(rowsOf(left).length, rowsOf(right).length) >= (gap < size * gutter.ofFew ? leastRows : 2)
          : beginAtEdge(left, right, size * 0.3);
      if (isGutter && !left.every(isLabel)) return [left, right];
    }
    edge = Math.max(edge, endOf(piece));
  }
  return null;
}

/** Whether both sides have lines at the same heights, and most on the right begin at its left edge: spaces between words do not. */
function beginAtEdge(left: readonly PdfPiece[], right: readonly PdfPiece[], tolerance: number): boolean {
  const top = Math.min(highest(left), highest(right));
  const bottom = Math.max(lowest(left), lowest(right));
  const within = ({ y }: PdfPiece): boolean => y <= top && y >= bottom;
  const rows = rowsOf(right.filter(within));
  if (rows.length < leastRows || rowsOf(left.filter(within)).length < leastRows) return false;
  const edge = right.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const atEdge = rows.filter(([first]) => first !== undefined && first.x - edge < tolerance);
  return atEdge.length >= rows.length * 0.5;
}

const highest = (pieces: readonly PdfPiece[]): number =>
  pieces.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY);
const lowest = (pieces: readonly PdfPiece[]): number =>
  pieces.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);

/** What stands before a line and belongs to it: the dot or figure of a list, the Q of an interview, a name with its colon. */
const isLabel = ({ text }: PdfPiece): boolean =>
  /^(?:[•▪◦‣●○■□–—*·-]|\(?[0-9a-z]{1,3}[.)]|[QA]|[^:]{1,40}:)$/iu.test(text.trim());

/** A gap between rows: where it is, and how wide in letters of its larger neighbour. */
interface Gap {
  readonly at: number;
  readonly width: number;
  /** Between letters of two sizes, as below a headline. */
  readonly changesSize: boolean;
}

/** Lines of double spacing are so far apart, in their letters' size; what is wider is no leading. */
const widestLeading = 2.6;

/** So many gaps are tried of a block, at changes of size and by their width. */
const mostGaps = 6;

/** Above and below the gap that lays the largest columns open, else the widest, where it is wider than between lines. */
function cutAcross(rows: readonly PdfPiece[][], mayTry: () => boolean): Halves | null {
  const gaps = gapsOf(rows);
  const usual = Math.min(median(gaps.map(({ width }) => width)) ?? 0, widestLeading);
  const byWidth = gaps.toSorted((a, b) => b.width - a.width);
  const halves = ({ at }: Gap): Halves => [rows.slice(0, at).flat(), rows.slice(at).flat()];
  let best: Halves | null = null;
  let most = 0;
  const tried = new Set([
    ...gaps.filter(({ changesSize }) => changesSize).slice(0, mostGaps),
    ...byWidth.slice(0, mostGaps),
  ]);
  for (const gap of tried) {
    // Then the page is as it is.
    if (!mayTry()) return null;
    const cut = halves(gap);
    for (const half of cut) {
      if (half.length <= most || cutDown(half) === null) continue;
      most = half.length;
      best = cut;
    }
  }
  if (best !== null) return best;
  const widest = byWidth[0];
  return widest !== undefined && widest.width > Math.max(1.8, usual * 1.5) ? halves(widest) : null;
}

const gapsOf = (rows: readonly PdfPiece[][]): Gap[] =>
  rows.slice(1).map((row, index) => {
    const above = lineOf(rows[index] ?? []);
    const below = lineOf(row);
    const [smaller, larger] = [Math.min(above.size, below.size), Math.max(above.size, below.size)];
    return { at: index + 1, width: (above.y - below.y) / larger, changesSize: larger > smaller * 1.15 };
  });
