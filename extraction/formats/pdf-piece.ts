/** A piece of text on a page: where it begins and how long it is, in points, `y` growing upwards; `size` of its letters. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Name of its font within the file; empty where it has several. */
  readonly font: string;
}

/** The size in the middle of all, in points. */
export function medianSize(pieces: readonly PdfPiece[]): number {
  return median(pieces.map(({ size }) => size)) ?? 10;
}

/** The one in the middle of some numbers. */
export function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Where a piece ends, from the left. */
export const endOf = ({ x, width }: PdfPiece): number => x + width;
