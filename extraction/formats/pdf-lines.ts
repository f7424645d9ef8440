/** A piece of text on a page: where it begins and how long it is, in points, `y` growing upwards; `size` of its letters. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** More pieces than a page of print has are taken in the order of the file: ordering costs time with their square. */
const mostPieces = 4_000;

/** A gap so many letters wide between columns, and between pieces of one line that belong to two. */
const gutter = 1.2;

/**
 * The lines of a page in reading order, column by column: where a strip of white runs down between pieces, what is left of it is
 * read first; else the page is cut across at its widest gap (the recursive X-Y cut of Nagy and Seth, 1984).
 */
export function pdfLines(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const runs = joinRuns(pieces.filter(({ text }) => text.trim() !== ""));
  if (runs.length > mostPieces) return [linesOf(runs)];
  const blocks: PdfPiece[][] = [];
  const rest: PdfPiece[][] = [runs];
  for (let block = rest.pop(); block !== undefined; block = rest.pop()) {
    const cut = cutDown(block) ?? cutAcross(block);
    if (cut === null) blocks.push(linesOf(block));
    // The second half waits below the first.
    else rest.push(cut[1], cut[0]);
  }
  return blocks.filter((block) => block.length > 0);
}

/** Pieces that follow each other on a line, made one; a gap as wide as a gutter keeps them apart. */
function joinRuns(pieces: readonly PdfPiece[]): PdfPiece[] {
  const runs: PdfPiece[] = [];
  for (const piece of pieces) {
    const open = runs.at(-1);
    const gap = open === undefined ? 0 : piece.x - open.x - open.width;
    const follows =
      open !== undefined &&
      Math.abs(piece.y - open.y) < open.size * 0.4 &&
      gap > -open.size * 0.5 &&
      gap < open.size * gutter;
    if (!follows) {
      runs.push(piece);
      continue;
    }
    const space = gap > open.size * 0.15 && !/\s$/u.test(open.text) && !/^\s/u.test(piece.text) ? " " : "";
    runs[runs.length - 1] = {
      ...open,
      text: open.text + space + piece.text,
      width: piece.x + piece.width - open.x,
      size: Math.max(open.size, piece.size),
    };
  }
  return runs;
}

type Halves = readonly [PdfPiece[], PdfPiece[]];

/** Left and right of a strip that no piece crosses; both sides have several lines, or it is a gap in one. */
function cutDown(block: readonly PdfPiece[]): Halves | null {
  const sorted = [...block].sort((a, b) => a.x - b.x);
  const least = medianSize(block) * gutter;
  let edge = Number.NEGATIVE_INFINITY;
  for (const [index, piece] of sorted.entries()) {
    if (index >= 2 && sorted.length - index >= 2 && piece.x - edge >= least) {
      const halves: Halves = [sorted.slice(0, index), sorted.slice(index)];
      if (halves.every((half) => rowsOf(half) >= 2)) return halves;
    }
    edge = Math.max(edge, piece.x + piece.width);
  }
  return null;
}

/** Above and below the widest gap, where it is wider than between lines. */
function cutAcross(block: readonly PdfPiece[]): Halves | null {
  const sorted = [...block].sort((a, b) => b.y - a.y);
  let widest = medianSize(block) * 1.8;
  let at = -1;
  for (let index = 1; index < sorted.length; index++) {
    const gap = (sorted[index - 1]?.y ?? 0) - (sorted[index]?.y ?? 0);
    if (gap > widest) {
      widest = gap;
      at = index;
    }
  }
  return at < 0 ? null : [sorted.slice(0, at), sorted.slice(at)];
}

/** Pieces on the same height joined, from the top down. */
function linesOf(block: readonly PdfPiece[]): PdfPiece[] {
  const lines: PdfPiece[] = [];
  for (const piece of [...block].sort((a, b) => b.y - a.y)) {
    const open = lines.at(-1);
    if (open === undefined || Math.abs(open.y - piece.y) >= open.size * 0.4) {
      lines.push(piece);
      continue;
    }
    const [left, right] = open.x <= piece.x ? [open, piece] : [piece, open];
    lines[lines.length - 1] = {
      text: `${left.text} ${right.text}`,
      x: left.x,
      y: open.y,
      width: right.x + right.width - left.x,
      size: Math.max(left.size, right.size),
    };
  }
  return lines;
}

const rowsOf = (pieces: readonly PdfPiece[]): number =>
  new Set(pieces.map(({ y, size }) => Math.round(y / Math.max(size * 0.5, 1)))).size;

/** The size in the middle of all, in points. */
export function medianSize(pieces: readonly PdfPiece[]): number {
  const sizes = pieces.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}
