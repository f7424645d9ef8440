import type { Span } from "../span.ts";
import { isMark, mayBeMark } from "./mark-characters.ts";
import { ParagraphScan, type ScannedParagraph } from "./paragraph-scan.ts";
import type { Quotation } from "./quotation.ts";
import { type SeenText, seenText } from "./seen-text.ts";

/**
 * Finds the quotations of each paragraph, outermost ones in order, in time linear in the text.
 *
 * A quotation left open at a paragraph's end goes on in the next one if that begins with the same mark, as
 * style guides ask for; otherwise the mark costs at most the sentence that it stands in. What no one sees next to a mark, as
 * marks of direction are, does not count.
 */
export function scanMarks(text: string, paragraphs: readonly ScannedParagraph[]): Quotation[][] {
  const seen = seenText(text);
  if (seen === null) return scanSeen(text, paragraphs);
  const { narrowed } = seen;
  const inSeen = paragraphs.map(({ span, sentences }) => ({
    span: narrowed(span),
    sentences: sentences.map((sentence) => ({ span: narrowed(sentence.span) })),
  }));
  return scanSeen(seen.text, inSeen).map((quotations) => quotations.map((one) => inWhole(one, seen)));
}

/** A quotation of the text as it is seen as one of the whole text. */
function inWhole(quotation: Quotation, seen: SeenText): Quotation {
  const [start, end] = seen.widened(quotation.span);
  return {
    ...quotation,
    span: [start, end],
    // All between the marks.
    inner: [start + 1, quotation.closed ? end - 1 : end],
    nested: quotation.nested.map((inside) => inWhole(inside, seen)),
  };
}

function scanSeen(text: string, paragraphs: readonly ScannedParagraph[]): Quotation[][] {
  let carried: string | null = null;
  return paragraphs.map((paragraph, index) => {
    const next = paragraphs[index + 1];
    const nextFirst = next ? text.charAt(next.span[0]) : "";
    const places = marksIn(text, paragraph.span);
    if (places.length === 0) {
      carried = null;
      return [];
    }
    const scan = new ParagraphScan(text, paragraph, places, carried);
    carried = scan.run(nextFirst);
    return scan.quotations;
  });
}

/** Where the characters of a span stand that can open or close a quotation. */
function marksIn(text: string, [start, end]: Span): number[] {
  const places: number[] = [];
  for (let at = start; at < end; at++)
    if (mayBeMark(text.charCodeAt(at)) && isMark(text.charAt(at))) places.push(at);
  return places;
}
