import { type Extraction, extractionSchema } from "#extraction/extraction.ts";
import { type SegmentedArticle, segmentedArticleSchema } from "#extraction/segmented-article.ts";
import type { Span } from "#extraction/span.ts";

/** What is wrong with a span of a text; `null` where it is inside, not empty, and cuts no pair of surrogates. */
function problemOf(text: string, [start, end]: Span): string | null {
  if (!(Number.isInteger(start) && Number.isInteger(end))) return "is not of whole numbers";
  if (start < 0 || end > text.length) return "is outside of the text";
  if (start >= end) return "is empty or turned round";
  for (const place of [start, end]) {
    const isCut =
      /[\uD800-\uDBFF]/.test(text.charAt(place - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(place));
    if (isCut) return "cuts a pair of surrogates";
  }
  return null;
}

type Named = readonly [name: string, spans: readonly (Span | null)[]];

const problemsOf = (text: string, named: readonly Named[]): string[] =>
  named.flatMap(([name, spans]) =>
    spans.flatMap((span) => {
      const problem = span && problemOf(text, span);
      return problem ? [`${name} [${span}] ${problem}`] : [];
    }),
  );

/** Spans that are not in the order of the text or share a place. */
const unordered = (name: string, spans: readonly Span[]): string[] =>
  spans.flatMap((span, at) =>
    at > 0 && (spans[at - 1]?.[1] ?? 0) > span[0] ? [`${name} [${span}] overlaps the one before it`] : [],
  );

/** What is wrong with the spans of a segmented article, each as a line; empty where all hold. */
export function problemsOfSegments(article: SegmentedArticle): string[] {
  const {
    text,
    title,
    authors,
    published,
    dateline,
    segments,
    pages = [],
  } = segmentedArticleSchema.parse(article);
  const sentences = segments.flatMap((segment) => segment.sentences);
  return [
    ...problemsOf(text, [
      ["title", [title]],
      ["author", authors.map(({ span }) => span)],
      ["published", [published?.span ?? null]],
      ["dateline", dateline === null ? [] : [dateline.span, dateline.place]],
      ["segment", segments.flatMap(({ span, repeats }) => [span, repeats])],
      ["sentence", sentences.flatMap(({ span, repeats }) => [span, repeats])],
      ["speaker", segments.flatMap(({ speaker }) => (speaker ? [speaker.label, speaker.name] : []))],
    ]),
    ...unordered(
      "segment",
      segments.map(({ span }) => span),
    ),
    ...unordered(
      "sentence",
      sentences.map(({ span }) => span),
    ),
    ...segments.flatMap(({ span, sentences: inside }) =>
      inside.every((one) => span[0] <= one.span[0] && one.span[1] <= span[1])
        ? []
        : [`a sentence of segment [${span}] lies outside of it`],
    ),
    ...authors.flatMap(({ name, span }) =>
      name.replace(/\s+/gu, " ") === text.slice(...span).replace(/\s+/gu, " ")
        ? []
        : [`author ${name} is not what stands at [${span}]`],
    ),
    ...pages.flatMap((page) => (page > text.length ? [`page ${page} begins outside of the text`] : [])),
  ];
}

/** What is wrong with the spans of results over a text, each as a line; empty where all hold. */
export function problemsOfResults(text: string, extraction: Extraction): string[] {
  const { actors, attributions, claims, quotes } = extractionSchema.parse(extraction);
  const lists: Named[] = [
    ...actors.map(({ mentions }): Named => ["mention", mentions]),
    ...attributions.flatMap(({ source, cue, content }): Named[] => [
      ["source", source],
      ["cue", cue],
      ["content", content],
    ]),
    ...claims.flatMap(({ content, hedges }): Named[] => [
      ["claim", content],
      ["hedge", hedges],
    ]),
  ];
  return [
    ...problemsOf(text, [...lists, ["quote", quotes.map(({ span }) => span)]]),
    ...lists.flatMap(([name, spans]) =>
      unordered(
        name,
        spans.flatMap((span) => (span === null ? [] : [span])),
      ),
    ),
    ...quotes.flatMap((quote) =>
      text.slice(...quote.span) === quote.text ? [] : [`quote [${quote.span}] is not its text`],
    ),
    ...[actors, attributions, claims, quotes].flatMap((kind) =>
      new Set(kind.map(({ id }) => id)).size === kind.length ? [] : ["two results have one id"],
    ),
  ];
}
