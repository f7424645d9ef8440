import { endOf, median, medianSize, type PdfPiece } from "./pdf-piece.ts";

const endsSentence = /[.?!:]["'”’»)\]]*$/u;
/** Wider gaps than of double spacing are between paragraphs, in letters' sizes. */
const mostLeading = 2.6;

/** The dot or figure of a list. */
const bullet = /^(?:[•▪◦‣●○■□]|[–—*·-](?= )|\(?\d{1,2}[.)](?= ))/u;

/** Who speaks, in an interview or a script. */
const label = /^(?:[QA]\b|[^:.\s][^:.]{0,40}:)/u;

/**
 * The lines of a block by paragraph. One begins after a wider gap, with an indent, in another size, after a line that the next word
 * had room on, or with the dot of a list, whose further lines hang.
 */
export function groupsOf(lines: readonly PdfPiece[], habit: Habit): PdfPiece[][] {
  const groups: PdfPiece[][] = [];
  const shape = shapeOf(lines, habit);
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    if (group === undefined || begins(lines, index, group, shape)) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

/** From the foot of a line to that of the next, in the size of the larger letters. */
const leadingOf = (above: PdfPiece, below: PdfPiece): number =>
  (above.y - below.y) / Math.max(above.size, below.size);

/** How the lines of a document are set. */
export interface Habit {
  /** Size of most letters. */
  readonly size: number;
  /** Between the feet of two lines, in their letters' size. */
  readonly leading: number;
  /** How far first lines of paragraphs are indented, in letters; `null` where they are not. */
  readonly indent: number | null;
}

/** What the lines of all blocks have in common. */
export function habitOf(blocks: readonly PdfPiece[][]): Habit {
  const size = medianSize(blocks.flat());
  const indents = blocks.flatMap((block) => {
    const left = leftOf(block, size);
    const isFlush = ({ x }: PdfPiece): boolean => x - left < size * leastIndent;
    return block.flatMap((line, index) => {
      const [before, next] = [block[index - 1], block[index + 1]];
      if (before === undefined || next === undefined || isFlush(line) || !isFlush(next)) return [];
      return areCentred(line, next) ? [] : [(line.x - left) / size];
    });
  });
  return {
    size,
    leading: leadingIn(blocks.flatMap(leadingsOf)),
    indent: indents.length < 3 ? null : (median(indents) ?? null),
  };
}

/** In letters. */
const leastIndent = 0.7;

/** How the lines of a block are set. */
interface Shape extends Habit {
  readonly left: number;
  /** The first line of a paragraph begins farther left than the others. */
  readonly hangs: boolean;
}

function shapeOf(block: readonly PdfPiece[], habit: Habit): Shape {
  const left = leftOf(block, habit.size);
  const lines = block.filter(({ size }) => isLike(size, habit.size));
  const indented = lines.filter(({ x, size }) => x - left > size * leastIndent).length;
  const first = lines[0];
  const isLong = lines.length >= 6;
  return {
    ...habit,
    left,
    leading: isLong ? leadingIn(leadingsOf(block)) : habit.leading,
    hangs:
      first !== undefined &&
      lines.length >= 4 &&
      indented > lines.length * 0.55 &&
      first.x - left < first.size * leastIndent,
  };
}

const isLike = (size: number, usual: number): boolean => Math.abs(size - usual) < usual * 0.15;

/** Where lines of the usual size begin. */
const leftOf = (block: readonly PdfPiece[], usual: number): number =>
  block.reduce(
    (least, { x, size }) => (isLike(size, usual) ? Math.min(least, x) : least),
    Number.POSITIVE_INFINITY,
  );

const leadingsOf = (block: readonly PdfPiece[]): number[] =>
  block.slice(1).map((line, index) => leadingOf(block[index] ?? line, line));

/** Of many gaps that between lines: where each paragraph is one line, most are between paragraphs. */
const leadingIn = (gaps: readonly number[]): number =>
  gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0;

function begins(
  lines: readonly PdfPiece[],
  index: number,
  group: readonly PdfPiece[],
  shape: Shape,
): boolean {
  const [before, line, first] = [lines[index - 1], lines[index], group[0]];
  if (before === undefined || line === undefined || first === undefined) return true;
  const { left, leading, size: usual, indent, hangs } = shape;
  if (leadingOf(before, line) > Math.min(leading, mostLeading) * 1.25 + 0.1) return true;
  if (Math.abs(before.size - line.size) > before.size * 0.15) return true;
  // The lines of a headline are as long as they please.
  if (line.size > usual * 1.15) return false;
  const isEnd = endsSentence.test(before.text.trim().slice(-6));
  const isBroken = couldBeLonger(lines, index - 1, isEnd ? 0 : leastRoom);
  const isItem = bullet.test(first.text.trimStart());
  if (bullet.test(line.text.trimStart()) && (isItem || isBroken || isEnd)) return true;
  const isIndented = ({ x, size }: PdfPiece): boolean => x - left > size * leastIndent;
  if (hangs) return !isIndented(line) && isIndented(before);
  if (isItem && first.x < before.x - first.size * 0.3) return line.x < first.x + first.size * 0.3;
  if (isItem && line.x > first.x + first.size * 0.3) return false;
  // Farther than an indent: behind the name of who speaks.
  if (label.test(first.text.trimStart()) && line.x > first.x + first.size * 2.5) return false;
  if (isIndented(line) && !isIndented(before) && !areCentred(before, line)) return true;
  // Also behind a paragraph of one line.
  if (indent !== null && Math.abs(line.x - left - indent * usual) < usual * 0.2) return true;
  return isBroken && (isEnd || /^\P{L}*(?:\p{Lu}|\d)/u.test(line.text));
}

/** In the midst of a sentence a line breaks before a word that had room, "Mr" before a name say; not with so much of its width left. */
const leastRoom = 0.3;

/**
 * Whether the next line's first word had room behind a line, and some part of its width: who breaks there ends a paragraph. The lines
 * around show how long one is.
 */
function couldBeLonger(lines: readonly PdfPiece[], index: number, least: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined || next === undefined) return true;
  const word = /^\s*\S+/u.exec(next.text)?.[0] ?? "";
  const needed = (next.width / Math.max(next.text.length, 1)) * (word.length + 1);
  const around = lines
    .slice(Math.max(index - 5, 0), index + 6)
    .filter(({ size }) => Math.abs(size - line.size) < line.size * 0.15);
  const right = around.reduce((most, other) => Math.max(most, endOf(other)), Number.NEGATIVE_INFINITY);
  const left = around.reduce((most, { x }) => Math.min(most, x), Number.POSITIVE_INFINITY);
  return right - endOf(line) > Math.max(needed * 1.1, (right - left) * least);
}

const areCentred = (above: PdfPiece, below: PdfPiece): boolean =>
  Math.abs(above.x + above.width / 2 - below.x - below.width / 2) < above.size * 0.5;
