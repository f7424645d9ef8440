import type { Quotation } from "../marks/quotation.ts";
import type { Segment } from "../segmented-article.ts";
import type { Span } from "../span.ts";
import type { Token } from "../tokens/token.ts";
import { TokenisedStretch, type TokenReader } from "../tokens/token-reader.ts";

/**
 * What is searched for attributions at a time: a sentence, or as many sentences as a quotation holds together
 * ("We came. We saw," she said.). Quotations stand in it as single tokens.
 */
export interface Unit {
  readonly span: Span;
  /** Taken from the text when they are asked for: see `TokenReader`. */
  readonly tokens: readonly Token[];
  /** Whether a quotation stands among the tokens. */
  readonly quotes: boolean;
  /** Index of the paragraph in the article's segments. */
  readonly paragraph: number;
  /** Whether every sentence of it stood in the article before. */
  readonly repeats: boolean;
}

/** Cuts a paragraph, behind its speaker label, into units, in order. */
export function unitsOf(
  reader: TokenReader,
  segment: Segment,
  paragraph: number,
  quotations: readonly Quotation[],
): Unit[] {
  const units: Unit[] = [];
  const from = segment.speaker?.label[1] ?? segment.span[0];
  let next = 0;
  let first = 0;
  let start = -1;
  let repeats = true;
  for (const sentence of segment.sentences) {
    if (sentence.span[1] <= from) continue;
    if (start < 0) start = Math.max(from, sentence.span[0]);
    repeats &&= sentence.repeats !== null;
    const end = sentence.span[1];
    while ((quotations[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= end) next++;
    const open = quotations[next];
    if (open && open.span[0] < end) continue;
    units.push(unit(start, end));
    start = -1;
    repeats = true;
  }
  if (start >= 0) units.push(unit(start, segment.span[1]));
  return units;

  function unit(begin: number, end: number): Unit {
    const inside: Quotation[] = [];
    for (
      let quotation = quotations[first];
      quotation && quotation.span[0] < end;
      quotation = quotations[first]
    ) {
      if (quotation.span[0] >= begin) inside.push(quotation);
      first++;
    }
    return new StretchUnit(reader, [begin, end], inside, paragraph, repeats);
  }
}

class StretchUnit extends TokenisedStretch implements Unit {
  readonly paragraph: number;
  readonly repeats: boolean;

  constructor(
    reader: TokenReader,
    span: Span,
    quotations: readonly Quotation[],
    paragraph: number,
    repeats: boolean,
  ) {
    super(reader, span, quotations);
    this.paragraph = paragraph;
    this.repeats = repeats;
  }

  get quotes(): boolean {
    return this.quotations.length > 0;
  }
}
