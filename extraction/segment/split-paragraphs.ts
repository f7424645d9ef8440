import { type Span, trimmed } from "../span.ts";
import { type Line, splitLines } from "./split-lines.ts";
import { wrapWidth } from "./wrap-width.ts";

/** A paragraph, trimmed, and whether an empty line (or the start of the text) stands before it. */
export interface Paragraph {
  readonly span: Span;
  readonly afterBlank: boolean;
}

/**
 * The paragraphs of a text, trimmed, in order; they cover everything but white space. An empty line ends a
 * paragraph. A single line end does so too, unless the text is hard-wrapped (see `wrapWidth`) and the line
 * is about as full as the others. Of a text with more than `mostLines` lines only the head is read, and more
 * than `mostLines` paragraphs come back.
 */
export function splitParagraphs(text: string, mostLines: number): Paragraph[] {
  const lines = splitLines(text, mostLines);
  const width = lines.length > mostLines ? null : wrapWidth(text, lines);
  const paragraphs: { start: number; end: number; afterBlank: boolean }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const continues =
      open !== undefined && previous !== null && width !== null && isWrapped(text, previous, line, width);
    if (continues) open.end = line.span[1];
    else paragraphs.push({ start: line.span[0], end: line.span[1], afterBlank: line.afterBlank });
    previous = line;
  }
  return paragraphs.map(({ start, end, afterBlank }) => ({ span: trimmed(text, [start, end]), afterBlank }));
}

const startsTurn = /^(?:[QA]|[A-Z][A-Z.'’ -]{1,40})[:.]\s/u;
const startsItem = /^(?:[-*•·]|\d{1,3}[.)])\s/u;
const startsLower = /^["'“‘(]?\p{Ll}/u;
const endsInSentenceMark = /[.?!:]["'”’)\]]*$/u;

/** Whether `next` goes on in the paragraph that `line` belongs to, in a text wrapped at `width`. */
function isWrapped(text: string, line: Line, next: Line, width: number): boolean {
  if (next.afterBlank) return false;
  const above = text.slice(...trimmed(text, [Math.max(line.span[0], line.span[1] - width), line.span[1]]));
  const below = text.slice(next.span[0], Math.min(next.span[1], next.span[0] + width)).trimStart();
  if (startsItem.test(below) || startsTurn.test(below)) return false;
  if (startsLower.test(below)) return true;
  const isIndented = indentOf(text, next) > indentOf(text, line);
  if (isIndented && endsInSentenceMark.test(above)) return false;
  const firstWord = /^\S*/u.exec(below)?.[0].length ?? 0;
  // Programs that wrap for looks leave a line up to a tenth short.
  return above.length + 1 + firstWord > width * (endsInSentenceMark.test(above) ? 1 : 0.9);
}

const indentOf = (text: string, line: Line): number => trimmed(text, line.span)[0] - line.span[0];
