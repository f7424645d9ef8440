import type { Extraction } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { placesIn } from "./place-in-text.ts";

/** The columns of the CSV output; offsets in UTF-16 code units, line and column from 1. */
export const csvHeader = [
  "article",
  "published",
  "actor",
  "actor_type",
  "form",
  "act",
  "negated",
  "hedged",
  "text",
  "source",
  "cue",
  "start",
  "end",
  "line",
  "column",
  "confidence",
  "repeats",
];

/** One row for each attribution and each claim of the author's (form `claim`). Fragments are joined by " … ". */
export function csvRows(id: string, text: string, extraction: Extraction): string[][] {
  const actors = new Map(extraction.actors.map((actor) => [actor.id, actor]));
  const place = placesIn(text);
  const joined = (spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join(" … ");
  const where = (content: readonly Span[]): string[] => {
    const start = content[0]?.[0] ?? 0;
    const { line, column } = place(start);
    return [start, content.at(-1)?.[1] ?? start, line, column].map(String);
  };
  const who = (id: string | null): string[] => {
    const actor = id === null ? undefined : actors.get(id);
    return [actor?.name ?? "", actor?.type ?? ""];
  };
  const attributions = extraction.attributions.map((one) => [
    ...[id, extraction.published ?? "", ...who(one.actor), one.form, one.act],
    ...[String(one.negated), String(one.hedged), joined(one.content), joined(one.source), joined(one.cue)],
    ...[...where(one.content), String(one.confidence), one.repeats ?? ""],
  ]);
  const claims = extraction.claims
    .filter(({ attribution }) => attribution === null)
    .map((one) => [
      ...[id, extraction.published ?? "", ...who(one.actor), "claim", "", "", ""],
      ...[joined(one.content), "", "", ...where(one.content), "", one.repeats ?? ""],
    ]);
  return [...attributions, ...claims];
}

/** A line of CSV after RFC 4180, line end included. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",")}\r\n`;
