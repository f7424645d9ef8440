import type { PdfPiece } from "./pdf-piece.ts";

/** Text as the reader of PDFs gives it: `transform` turns letters of size 1 into those on the page. */
export interface PdfText {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Which way a text runs, in quarters of a turn to the left; `null` for what stands askew, as stamps over a page do. */
type Direction = 0 | 1 | 2 | 3 | null;

interface Placed {
  readonly piece: PdfPiece;
  readonly direction: Direction;
}

/**
 * The pieces of a page that run the way most of it does, turned upright: what stands along the edge or across the page is a credit
 * or a stamp. A text that is drawn twice to look bold, or to have a shadow, is there once.
 */
export function piecesOfPage(texts: readonly PdfText[]): PdfPiece[] {
  const placed = texts.map(placedOf);
  const lengths = new Map<Direction, number>();
  for (const { piece, direction } of placed)
    lengths.set(direction, (lengths.get(direction) ?? 0) + piece.text.trim().length);
  const [most] = [...lengths].filter(([direction]) => direction !== null).sort((a, b) => b[1] - a[1]);
  const main = most?.[0] ?? 0;
  return drawnOnce(
    placed.flatMap(({ piece, direction }) => (direction === main ? [turned(piece, direction)] : [])),
  );
}

function placedOf({ str, transform, width, height, fontName }: PdfText): Placed {
  const [a = 1, b = 0, c = 0, d = 0, x = 0, y = 0] = transform.map((value) =>
    Number.isFinite(value) ? Number(value) : 0,
  );
  const size = Math.max(height || Math.hypot(c, d), 1);
  return { piece: { text: str, x, y, width, size, font: fontName }, direction: directionOf(a, b) };
}

/** Slanted letters lean, but their lines do not. */
function directionOf(a: number, b: number): Direction {
  if (Math.abs(b) <= Math.abs(a) * 0.1) return a >= 0 ? 0 : 2;
  if (Math.abs(a) <= Math.abs(b) * 0.1) return b > 0 ? 1 : 3;
  return null;
}

function turned(piece: PdfPiece, direction: Direction): PdfPiece {
  const { x, y } = piece;
  if (direction === 1) return { ...piece, x: y, y: -x };
  if (direction === 2) return { ...piece, x: -x, y: -y };
  return direction === 3 ? { ...piece, x: -y, y: x } : piece;
}

/** Without what stands a second time on nearly the same place. */
function drawnOnce(pieces: readonly PdfPiece[]): PdfPiece[] {
  const seen = new Map<string, PdfPiece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    const reach = piece.size * 0.2;
    const isCopy =
      piece.text.trim() !== "" &&
      same.some(({ x, y }) => Math.abs(x - piece.x) < reach && Math.abs(y - piece.y) < reach);
    // So many are remembered of one text: a page of the same word over and over costs no square of them.
    if (!isCopy && same.length < 50) seen.set(piece.text, [...same, piece]);
    return !isCopy;
  });
}
