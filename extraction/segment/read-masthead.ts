import type { SegmentedArticle, SegmentKind } from "../segmented-article.ts";
import { type Span, textOf } from "../span.ts";
import { isMetadataLine, isUpdateLine } from "./byline-words.ts";
import { findDates } from "./find-dates.ts";
import { isHeadline, isSubheading } from "./headline.ts";
import { type Author, readByline } from "./read-byline.ts";
import type { Paragraph } from "./split-paragraphs.ts";
import { isBoilerplate, isCaption } from "./surrounding-matter.ts";

/** What stands above (sometimes below) an article: headline, byline and dates, and which paragraphs they are. */
export interface Masthead {
  readonly title: Span | null;
  readonly authors: Author[];
  readonly published: SegmentedArticle["published"];
  readonly kinds: ReadonlyMap<number, SegmentKind>;
}

/** How many paragraphs at the head and at the foot may hold bylines and dates. */
const headLength = 8;
const footLength = 3;

/** Reads the masthead. Lines of dates and roles count as part of the byline. */
export function readMasthead(text: string, paragraphs: readonly Paragraph[]): Masthead {
  const kinds = new Map<number, SegmentKind>();
  const authors: Author[] = [];
  const dates: { date: string; span: Span; isUpdate: boolean }[] = [];

  for (const [index, { span }] of paragraphs.entries()) {
    const isFoot = index >= paragraphs.length - footLength;
    if (index >= headLength && !isFoot) continue;
    const line = textOf(text, span);
    const named = authors.length > 0 ? null : readByline(text, span, index === 0);
    if (named !== null) authors.push(...named);
    else if (isBoilerplate(line) || !isMetadataLine(line)) continue;
    kinds.set(index, "byline");
    for (const { date, start, end } of findDates(line)) {
      dates.push({ date, span: [span[0] + start, span[0] + end], isUpdate: isUpdateLine(line) });
    }
  }

  const title = readTitle(text, paragraphs, kinds);
  const date = dates.find(({ isUpdate }) => !isUpdate) ?? dates[0];
  return {
    title,
    authors,
    published: date === undefined ? null : { date: date.date, span: date.span },
    kinds,
  };
}

/** Finds the headline before any other body text and marks it, and the lines under it, in `kinds`. */
function readTitle(
  text: string,
  paragraphs: readonly Paragraph[],
  kinds: Map<number, SegmentKind>,
): Span | null {
  const rest = paragraphs
    .map(({ span, afterBlank }, index) => ({ span, afterBlank, index }))
    .slice(0, headLength)
    .filter(
      ({ index, span }) =>
        !kinds.has(index) && !isBoilerplate(textOf(text, span)) && !isCaption(textOf(text, span)),
    );
  const [first, second, third] = rest;
  if (first === undefined) return null;
  const headline = textOf(text, first.span);
  if (!isHeadline(headline, second && textOf(text, second.span))) return null;
  kinds.set(first.index, "headline");
  if (second !== undefined && third !== undefined) {
    const deck = textOf(text, second.span);
    // A headline that breaks off at a semicolon goes on in the line under it.
    if (!second.afterBlank && /[;:]$/u.test(headline)) kinds.set(second.index, "headline");
    else if (isSubheading(deck, textOf(text, third.span))) kinds.set(second.index, "subheading");
  }
  return first.span;
}
