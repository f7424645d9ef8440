import { singleSpaced } from "./article-parts.ts";
import { groupsOf, habitOf } from "./pdf-groups.ts";
import { joined } from "./pdf-joined.ts";
import { endOf, medianSize, type PdfPiece } from "./pdf-piece.ts";

/** A paragraph put together from lines; `page` counts from 0 and is the one that it begins on. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  /** Of its letters, in points. */
  readonly size: number;
}

/** Lines of a column that belong together: a paragraph, or a part of one. */
interface Part {
  readonly text: string;
  readonly size: number;
  readonly lines: number;
  /** Font of its first line and of its last, empty where there are several. */
  readonly fonts: readonly [first: string, last: string];
  /** Begins without the indent that paragraphs of the document have. */
  readonly isFlush: boolean;
  /** Its last line runs to the column's edge, and nothing of its size comes below. */
  readonly isFull: boolean;
}

/** A paragraph with the texts of its parts; what else it has is its last part's. */
type Open = Part & { readonly page: number; readonly texts: string[] };

/** What is between two parts of a paragraph at most: a note, a caption, a title over the next column. */
const mostBetween = 3;

/** So many lines may stand over the rest of a paragraph on the next page. */
const mostHeads = 2;

/** With fewer lines a column does not show where its edge is. */
const leastLines = 3;

const endsSentence = /[.?!:]["'”’»)\]]*$/u;

/** The paragraphs of a document, from the blocks of lines of each page in reading order. */
export function pdfParagraphs(pages: readonly (readonly PdfPiece[][])[]): PdfParagraph[] {
  const habit = habitOf(pages.flat());
  const hasOwnHyphens = pages.flat(2).some(({ text }) => /\p{L}‐$/u.test(text.trimEnd()));
  const join = (texts: readonly string[]): string => singleSpaced(joined(texts, hasOwnHyphens));
  const paragraphs: Open[] = [];
  for (const [page, blocks] of pages.entries()) {
    for (const block of blocks) {
      const before = paragraphs.length;
      /** Whether all that stands at the head of the block is lines alone: a header, say. */
      let isHead = true;
      for (const [index, part] of partsOf(groupsOf(block, habit), join, habit.indent !== null).entries()) {
        const at: number = isHead ? openAt(paragraphs, before, part) : -1;
        isHead &&= at < 0 && index < mostHeads && part.lines === 1;
        const open = paragraphs[at];
        if (open === undefined) paragraphs.push({ ...part, page, texts: [part.text] });
        else {
          open.texts.push(part.text);
          paragraphs[at] = { ...part, page: open.page, texts: open.texts };
        }
      }
    }
  }
  return paragraphs.map(({ texts, page, size }) => ({ text: join(texts), page, size }));
}

function partsOf(
  groups: readonly PdfPiece[][],
  join: (texts: readonly string[]) => string,
  indents: boolean,
): Part[] {
  const lines = groups.flat();
  const left = lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, line) => Math.max(most, endOf(line)), Number.NEGATIVE_INFINITY);
  const parts = groups.flatMap((group): Part[] => {
    const [first, last] = [group[0], group.at(-1)];
    const text = join(group.map((line) => line.text));
    if (text === "" || first === undefined || last === undefined) return [];
    const size = medianSize(group);
    const isFull = lines.length >= leastLines && right - endOf(last) < (right - left) * 0.15;
    const isFlush = indents && first.x - left < size * 0.7;
    return [{ text, size, lines: group.length, fonts: [first.font, last.font], isFlush, isFull }];
  });
  return parts.map((part, index) => {
    const isLast = !parts.slice(index + 1, index + 1 + mostBetween).some((other) => isAlike(other, part));
    return { ...part, isFlush: part.isFlush && index === 0, isFull: part.isFull && isLast };
  });
}

const isAlike = (one: { readonly size: number }, other: { readonly size: number }): boolean =>
  Math.abs(one.size - other.size) < other.size * 0.1;

/** The place of the paragraph before a block that the block's first lines go on with; -1 where they begin one. */
function openAt(paragraphs: readonly Open[], before: number, part: Part): number {
  const isBroken = (one: Open): boolean => !endsSentence.test(one.text.slice(-6));
  const beginsSmall = /^["'“‘(]?\p{Ll}/u.test(part.text);
  const open = paragraphs[before - 1];
  if (open !== undefined && isAlike(open, part)) {
    // A header is a line alone, and no sentence.
    const isText = part.lines > 1 || endsSentence.test(part.text.slice(-6));
    const goesOn = open.isFull && isText && isOneFont(open.fonts[1], part.fonts[0]);
    if (isBroken(open) && (beginsSmall || goesOn)) return before - 1;
    // Where paragraphs begin with an indent, one that has none has begun before.
    if (part.isFlush && goesOn) return before - 1;
  }
  if (!beginsSmall) return -1;
  for (let at = before - 2; at >= 0 && at >= before - 1 - mostBetween; at--) {
    const one = paragraphs[at];
    if (one !== undefined && isAlike(one, part) && isBroken(one) && one.isFull) return at;
  }
  return -1;
}

const isOneFont = (one: string, other: string): boolean => one === other || one === "" || other === "";
