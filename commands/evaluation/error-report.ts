import { styleText } from "node:util";
import { type AttributionError, errorKinds } from "#training/evaluation/attribution-error.ts";
import type { RoleSpans } from "#training/evaluation/match-attributions.ts";
import { placesIn } from "../presentation/place-in-text.ts";
import { markedText } from "./marked-text.ts";

/** An error with the article that it stands in. */
export interface ArticleError extends AttributionError {
  readonly article: { readonly name: string; readonly text: string };
}

/** The `most` errors of each kind that are most worth reading, by kind; among equals in the order given. */
export const worthReading = (errors: readonly ArticleError[], most: number): readonly ArticleError[] =>
  errorKinds.flatMap((kind) =>
    errors
      .filter((error) => error.kind === kind)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most),
  );

/** How many errors of each kind there are, and those worth reading in their text, as lines for people. */
export function errorLines(errors: readonly ArticleError[], most: number, colour: boolean): string[] {
  const shown = worthReading(errors, most);
  return errorKinds.flatMap((kind) => {
    const count = errors.filter((error) => error.kind === kind).length;
    const ofKind = shown.filter((error) => error.kind === kind);
    if (count === 0) return [];
    const heading = `${kind} (${ofKind.length} of ${count})`;
    return ["", colour ? styleText("bold", heading, { validateStream: false }) : heading].concat(
      ofKind.flatMap((error) => linesOf(error, colour)),
    );
  });
}

function linesOf({ article, offset, gold, predicted, detail }: ArticleError, colour: boolean): string[] {
  const { line, column } = placesIn(article.text)(offset);
  const place = `  ${article.name}:${line}:${column} @${offset}${detail === undefined ? "" : `  ${detail}`}`;
  const inView = [gold, predicted].flatMap((side) => (side ? spansOf(side) : []));
  const shown = (label: string, side: RoleSpans | null): string[] =>
    side ? [`    ${label}  ${markedText(article.text, side, inView, colour)}`] : [];
  return [place, ...shown("gold", gold), ...shown("ours", predicted)];
}

const spansOf = ({ source, cue, content }: RoleSpans): RoleSpans["source"] => [...source, ...cue, ...content];

/** An error as `--json` gives it: offsets in UTF-16 code units, lines and columns from 1. */
export function errorJson({ kind, article, offset, gold, predicted, detail }: ArticleError) {
  const spans = (side: RoleSpans | null) =>
    side && { source: side.source, cue: side.cue, content: side.content };
  return {
    kind,
    article: article.name,
    ...placesIn(article.text)(offset),
    offset,
    gold: spans(gold),
    predicted: spans(predicted),
    detail: detail ?? null,
  };
}
