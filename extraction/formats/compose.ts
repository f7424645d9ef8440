import type { SegmentedArticle, SegmentKind } from "../segmented-article.ts";
import type { Span } from "../span.ts";
import type { ArticleParts } from "./article-parts.ts";

/** What a file itself says of its article, as places in the text that was made of it. */
export interface GivenStructure {
  readonly title: Span | null;
  readonly authors: SegmentedArticle["authors"];
  readonly published: SegmentedArticle["published"];
  /** Kinds of paragraphs, by where they begin. */
  readonly kinds: ReadonlyMap<number, SegmentKind>;
}

/** A text made of a file's parts, with what the file says of it. */
export interface ComposedText {
  readonly text: string;
  readonly given: GivenStructure;
  /** Where each page begins, in UTF-16 code units of the text; `null` for what has no pages. */
  readonly pages: readonly number[] | null;
}

/**
 * One text of the parts of a file: headline, byline, date and paragraphs, with an empty line between each two. Title
 * and names are in the text so that they have places in it like all else. The same parts give the same text.
 */
export function compose({ title, authors, published, paragraphs, pageEnds }: ArticleParts): ComposedText {
  const lines: string[] = [];
  const kinds = new Map<number, SegmentKind>();
  let length = 0;
  const add = (line: string, kind: SegmentKind | null): Span => {
    const start = length === 0 ? 0 : length + 2;
    lines.push(line);
    length = start + line.length;
    if (kind !== null) kinds.set(start, kind);
    return [start, length];
  };

  const titleSpan = title === null ? null : add(title, "headline");
  const named: SegmentedArticle["authors"] = [];
  if (authors.length > 0) {
    const [start] = add(bylineOf(authors), "byline");
    let at = start + by.length;
    for (const [index, name] of authors.entries()) {
      named.push({ name, span: [at, at + name.length] });
      at += name.length + (index === authors.length - 2 ? and : comma).length;
    }
  }
  const date = published === null ? null : { date: published, span: add(published, "byline") };
  const starts: number[] = [];
  for (const { text, kind } of paragraphs) {
    // A page often repeats its headline at the head of its body.
    const isTitle = starts.length === 0 && text === title;
    starts.push(isTitle ? length : add(text, kind)[0]);
  }
  return {
    text: lines.join("\n\n"),
    given: { title: titleSpan, authors: named, published: date, kinds },
    pages: pageEnds === undefined ? null : startsOfPages(pageEnds, starts, length),
  };
}

const by = "By ";
const comma = ", ";
const and = " and ";

function bylineOf(authors: readonly string[]): string {
  const last = authors.at(-1) ?? "";
  return `${by}${authors.length === 1 ? last : `${authors.slice(0, -1).join(comma)}${and}${last}`}`;
}

/** The first page begins with the text; a page without a paragraph of its own where the next one does. */
const startsOfPages = (ends: readonly number[], starts: readonly number[], length: number): number[] =>
  ends.map((_, page) => (page === 0 ? 0 : (starts[ends[page - 1] ?? 0] ?? length)));
