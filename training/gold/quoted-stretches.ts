import type { Span } from "#extraction/span.ts";
import type { LocatedGold } from "./locate-gold.ts";

/** A stretch of an article in one pair of quotation marks, marks included, and whose words they are. */
export interface QuotedStretch {
  readonly span: Span;
  readonly actor: string | null;
}

const pairsOfMarks = /“[^”]*”?|"[^"]*"?|«[^»]*»?|„[^“]*“?|(?<![\p{L}\p{N}])‘(?:[^’]|’(?=\p{L}))*’?/gu;

/**
 * The quotations that the gold attributions imply: each fragment of a direct one, each pair of marks in a mixed
 * one. Repeated attributions are left out.
 */
export function quotedStretches({ text, attributions }: LocatedGold): readonly QuotedStretch[] {
  return attributions.flatMap(({ form, content, actor, repeats }) => {
    if (repeats || form === "indirect") return [];
    if (form === "direct") return content.map((span) => ({ span, actor }));
    return content.flatMap(([start, end]) =>
      Array.from(text.slice(start, end).matchAll(pairsOfMarks), ({ index, 0: words }) => ({
        span: [start + index, start + index + words.length] as const,
        actor,
      })),
    );
  });
}
