import { type Span, trimmed } from "../span.ts";

/** A line with something on it, without its line end. */
export interface Line {
  readonly span: Span;
  /** Whether a paragraph must begin here: at the text's start, after an empty line, U+2029 or a form feed. */
  readonly afterBlank: boolean;
}

const line = /[^\n\r\v\f\u2028\u2029]+/gu;
const singleEnd = /^(?:\r\n|[\n\r\v\u2028])$/u;

/**
 * The lines of a text that are not empty. Lines end with LF, CRLF, CR, VT, FF, U+2028 or U+2029. No more than
 * `most` and one are read, so that a text of nothing but line ends costs no memory.
 */
export function splitLines(text: string, most: number): Line[] {
  const lines: Line[] = [];
  let end = 0;
  let afterBlank = true;
  for (const match of text.matchAll(line)) {
    const span: Span = [match.index, match.index + match[0].length];
    const gap = text.slice(end, Math.min(span[0], end + 3));
    afterBlank ||= !singleEnd.test(gap);
    end = span[1];
    const [from, to] = trimmed(text, span);
    if (from === to) {
      afterBlank = true;
      continue;
    }
    lines.push({ span, afterBlank });
    afterBlank = false;
    if (lines.length > most) break;
  }
  return lines;
}
