import type { Extraction } from "./extraction.ts";
import type { Span } from "./span.ts";

/**
 * Results with the page, counted from 1, on which the first of their words stands; `pages` are the places where pages begin, in
 * order. Without pages the results stay as they are.
 */
export function withPages(extraction: Extraction, pages: readonly number[] | undefined): Extraction {
  if (pages === undefined) return extraction;
  const page = ([start]: Span): { page: number } => ({
    page: Math.max(pages.findLastIndex((begins) => begins <= start) + 1, 1),
  });
  const pageOfFirst = (spans: readonly Span[]): { page?: number } =>
    spans[0] === undefined ? {} : page(spans[0]);
  return {
    ...extraction,
    attributions: extraction.attributions.map((found) => ({ ...found, ...pageOfFirst(found.content) })),
    claims: extraction.claims.map((found) => ({ ...found, ...pageOfFirst(found.content) })),
    quotes: extraction.quotes.map((found) => ({ ...found, ...page(found.span) })),
  };
}
