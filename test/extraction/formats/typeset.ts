import type { PdfPiece } from "#extraction/formats/pdf-piece.ts";

/** How paragraphs are set, in points. */
export interface Setting {
  /** Left edge and width of the column. */
  readonly x: number;
  readonly width: number;
  /** Foot of the first line. */
  readonly top: number;
  /** Of the letters; each is half as wide. @default 10 */
  readonly size?: number;
  /** From line to line. @default 12 */
  readonly leading?: number;
  /** Of first lines. @default 0 */
  readonly indent?: number;
  /** Of all but first lines. @default 0 */
  readonly hang?: number;
  /** Between paragraphs. @default 0 */
  readonly between?: number;
  /** Each word at its place, with what is left of a line between them. @default false */
  readonly justified?: boolean;
  readonly font?: string;
}

const letter = 0.5;

/** Paragraphs set in lines as a typesetter fills them, word after word; "-" in a word is where it may be cut, written "~". */
export function typeset(paragraphs: readonly string[], setting: Setting): PdfPiece[] {
  const { x, width, size = 10, leading = 12, indent = 0, hang = 0, between = 0, font = "f" } = setting;
  const pieces: PdfPiece[] = [];
  let y = setting.top;
  const wide = (text: string): number => text.length * size * letter;
  for (const paragraph of paragraphs) {
    const lines: string[][] = [[]];
    const room = (): number => width - (lines.length === 1 ? indent : hang);
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1) ?? [];
      const [first = "", rest] = word.split("~");
      if (wide([...line, first + (rest ?? "")].join(" ")) <= room()) line.push(first + (rest ?? ""));
      else if (rest !== undefined && wide([...line, `${first}-`].join(" ")) <= room()) {
        line.push(`${first}-`);
        lines.push([rest]);
      } else lines.push([first + (rest ?? "")]);
    }
    for (const [index, words] of lines.entries()) {
      const from = x + (index === 0 ? indent : hang);
      const space =
        setting.justified === true && index < lines.length - 1 && words.length > 1
          ? (width - (from - x) - wide(words.join(""))) / (words.length - 1)
          : size * letter;
      let at = from;
      // As readers give them: words with wide spaces between them are pieces of their own.
      const parts = space > size * 0.6 ? words : [words.join(" ")];
      for (const text of parts) {
        const own =
          parts.length === 1 ? wide(text) + (space - size * letter) * (words.length - 1) : wide(text);
        pieces.push({ text, x: at, y, width: own, size, font });
        at += own + space;
      }
      y -= leading;
    }
    y -= between;
  }
  return pieces;
}
