import type { Attribution, Extraction } from "#extraction/extraction.ts";
import { tagArticle } from "#extraction/tag.ts";
import { bodyArticle } from "./body-article.ts";

/** What the rules find in an article of body text alone: what the model finds is measured, not specified case by case. */
export const tag = (text: string, authors: readonly string[] = []): Extraction =>
  tagArticle(bodyArticle(text, authors), { taggers: null });

/** An attribution as one line: source | cue | content, with "…" between fragments and "-" for what is absent. */
export function lineOf(text: string, { source, cue, content }: Attribution): string {
  const words = (spans: readonly (readonly [number, number])[]): string =>
    spans.map((span) => text.slice(...span)).join(" … ") || "-";
  return [source, cue, content].map(words).join(" | ");
}

/** The attributions of a text, each as one line. */
export const attributionLines = (text: string): string[] =>
  tag(text).attributions.map((attribution) => lineOf(text, attribution));

/** Who says what: "Ana Ruiz: “We go,”", the actor's canonical name or "-" before each attribution's content. */
export function sayings(text: string, authors: readonly string[] = []): string[] {
  const { actors, attributions } = tag(text, authors);
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return attributions.map(
    ({ actor, content }) =>
      `${(actor !== null && names.get(actor)) || "-"}: ${content.map((span) => text.slice(...span)).join(" … ")}`,
  );
}
