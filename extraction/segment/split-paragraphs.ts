import type { Span } from "../span.ts";
import { trimmed } from "../span.ts";
import { wrapWidth } from "./wrap-width.ts";

/** A line of the text without its line end, and how it ended. */
export interface Line {
  readonly span: Span;
  /** Whether nothing but white space stands on it. */
  readonly blank: boolean;
  /** Whether it ended with U+2029 or a form feed, which always end a paragraph. */
  readonly endsParagraph: boolean;
}

/** A paragraph, trimmed, and whether an empty line (or the start of the text) stands before it. */
export interface Paragraph {
  readonly span: Span;
  readonly afterBlank: boolean;
}

const lineEnd = /\r\n|[\n\r\v\f\u2028\u2029]/gu;

/** The lines of a text, ended by LF, CRLF, CR, VT, FF, U+2028 or U+2029. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const push = (end: number, endsParagraph: boolean): void => {
    const [from, to] = trimmed(text, [start, end]);
    lines.push({ span: [start, end], blank: from === to, endsParagraph });
  };
  for (const match of text.matchAll(lineEnd)) {
    push(match.index, match[0] === "\u2029" || match[0] === "\f");
    start = match.index + match[0].length;
  }
  push(text.length, true);
  return lines;
}

/**
 * The paragraphs of a text, trimmed, in order; they cover everything but white space. An empty line ends a
 * paragraph. A single line end does so too, unless the text is hard-wrapped (see `wrapWidth`) and the line
 * is about as full as the others.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const paragraphs: { start: number; end: number; afterBlank: boolean }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const isFirst = previous === null || previous.blank || previous.endsParagraph;
    const open = paragraphs.at(-1);
    if (!line.blank) {
      if (!isFirst && open !== undefined && width !== null && isWrapped(text, previous, line, width)) {
        open.end = line.span[1];
      } else {
        paragraphs.push({ start: line.span[0], end: line.span[1], afterBlank: isFirst });
      }
    }
    previous = line;
  }
  return paragraphs.map(({ start, end, afterBlank }) => ({ span: trimmed(text, [start, end]), afterBlank }));
}

const startsTurn = /^(?:[QA]|[A-Z][A-Z.'’ -]{1,40})[:.]\s/u;
const startsItem = /^(?:[-*•·]|\d{1,3}[.)])\s/u;
const startsLower = /^["'“‘(]?\p{Ll}/u;
const endsInSentenceMark = /[.?!:]["'”’)\]]*$/u;

/** Whether `next` goes on in the paragraph that `line` belongs to, in a text wrapped at `width`. */
function isWrapped(text: string, line: Line | null, next: Line, width: number): boolean {
  if (line === null) return false;
  const above = text.slice(...trimmed(text, [Math.max(line.span[0], line.span[1] - width), line.span[1]]));
  const below = text.slice(next.span[0], Math.min(next.span[1], next.span[0] + width));
  const belowTrimmed = below.trimStart();
  const isIndented = below.length - belowTrimmed.length > indentOf(text, line);
  if (startsItem.test(belowTrimmed) || startsTurn.test(belowTrimmed)) return false;
  if (startsLower.test(belowTrimmed)) return true;
  if (isIndented && endsInSentenceMark.test(above)) return false;
  const firstWord = /^\S*/u.exec(belowTrimmed)?.[0].length ?? 0;
  // Programs that wrap for looks leave a line up to a tenth short.
  return above.length + 1 + firstWord > width * (endsInSentenceMark.test(above) ? 1 : 0.9);
}

const indentOf = (text: string, line: Line): number => trimmed(text, line.span)[0] - line.span[0];
