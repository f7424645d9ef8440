import type { Form } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import type { GoldActor, GoldArticle, Snippet } from "./gold-article.ts";
import { locateSnippet } from "./locate-snippet.ts";

/** A gold attribution with its places. Spans in reading order, UTF-16 code units, half-open. */
export interface LocatedAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly form: Form;
  readonly actor: string | null;
  readonly repeats: boolean;
}

/** A gold article with every snippet turned into its span. */
export interface LocatedGold {
  readonly name: string;
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly actors: readonly GoldActor[];
  readonly attributions: readonly LocatedAttribution[];
  readonly claims: readonly Span[];
  readonly notAttributed: readonly Span[];
  readonly alsoNamed: readonly string[];
}

/**
 * Finds every snippet of `gold` in `text`. `name` is for messages. Throws an `Error` that names the article
 * and the place in the gold ("harbour: attributions[3].cue: …") where a snippet is not found.
 */
export function locateGold(name: string, text: string, gold: GoldArticle): LocatedGold {
  const located = (place: string, snippets: readonly Snippet[]): Span[] => {
    const spans = snippets.map((snippet) => {
      try {
        return locateSnippet(text, snippet);
      } catch (error) {
        throw new Error(`${name}: ${place}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
    return spans.sort((a, b) => a[0] - b[0]);
  };
  return {
    name,
    text,
    title: gold.title,
    authors: gold.authors,
    published: gold.published,
    actors: gold.actors,
    attributions: gold.attributions.map((attribution, index) => ({
      source: located(`attributions[${index}].source`, attribution.source),
      cue: located(`attributions[${index}].cue`, attribution.cue),
      content: located(`attributions[${index}].content`, attribution.content),
      form: attribution.form,
      actor: attribution.actor,
      repeats: attribution.repeats ?? false,
    })),
    claims: located("claims", gold.claims),
    notAttributed: located("notAttributed", gold.notAttributed),
    alsoNamed: gold.alsoNamed,
  };
}
