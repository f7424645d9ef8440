import type { Quotation } from "../marks/quotation.ts";
import { scanMarks } from "../marks/scan-marks.ts";
import type { Segment, SegmentedArticle } from "../segmented-article.ts";
import { TokenReader } from "../tokens/token-reader.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** A paragraph that is searched for attributions, with its units in order. */
export interface UnitParagraph {
  readonly segment: Segment;
  readonly units: readonly Unit[];
}

/** An article cut into units. */
export interface ArticleUnits {
  /** Headline and body, in order; other segments are not searched. */
  readonly paragraphs: readonly UnitParagraph[];
  /** The quotations of every segment of the article, by the segment's index. */
  readonly marks: readonly (readonly Quotation[])[];
}

/** Finds the quotations of an article and cuts what is searched for attributions into units. */
export function articleUnits({ text, segments }: SegmentedArticle): ArticleUnits {
  const marks = scanMarks(text, segments);
  const reader = new TokenReader(text);
  const paragraphs = segments.flatMap((segment, index) =>
    segment.kind === "body" || segment.kind === "headline"
      ? [{ segment, units: unitsOf(reader, segment, index, marks[index] ?? []) }]
      : [],
  );
  return { paragraphs, marks };
}
