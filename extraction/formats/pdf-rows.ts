import { endOf, type PdfPiece } from "./pdf-piece.ts";

/** Pieces by their height on the page, from the top down; each row from left to right. A raised figure is in the row of its word. */
export function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const open = rows.at(-1);
    const first = open?.[0];
    if (open !== undefined && first !== undefined && first.y - piece.y < reach(first.size, piece.size))
      open.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** How far apart the feet of two letters may be in one row: less than half of the larger, however small the other. */
const reach = (one: number, other: number): number =>
  Math.min(Math.max(one, other), 2 * Math.min(one, other)) * 0.4;

/** The pieces of a row made one, with a space where there is a gap. */
export function lineOf(row: readonly PdfPiece[]): PdfPiece {
  const [first, ...others] = row;
  if (first === undefined) return { text: "", x: 0, y: 0, width: 0, size: 1, font: "" };
  return others.reduce(joinedPiece, first);
}

/** Two pieces made one; what it stands on is the foot of the longer. */
export function joinedPiece(left: PdfPiece, right: PdfPiece): PdfPiece {
  const gap = right.x - endOf(left);
  const isApart = gap > Math.min(left.size, right.size) * 0.15;
  const space = isApart && !/\s$/u.test(left.text) && !/^\s/u.test(right.text) ? " " : "";
  return {
    text: left.text + space + right.text,
    x: left.x,
    y: left.width >= right.width ? left.y : right.y,
    width: Math.max(endOf(right), endOf(left)) - left.x,
    size: Math.max(left.size, right.size),
    font: left.font === right.font ? left.font : "",
  };
}
