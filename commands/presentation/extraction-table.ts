import type { Claim, ClaimFields, Extraction } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { displayWidth, fitted, onOneLine } from "./display-width.ts";
import { placesIn } from "./place-in-text.ts";
import { worthRows } from "./worth-rows.ts";

/** How a table is drawn: columns of the terminal, and whether it shows colours. */
export interface TableStyle {
  readonly width: number;
  readonly colour: boolean;
}

/** Narrower than this a table is not drawn; wider than that the eye loses the row. */
const narrowest = 60;
const widest = 160;
const longestActor = 24;
/** Where less is left for the text of a row it stands on a line of its own, in columns. */
const narrowestText = 36;
/** More of a text than this is never shown, in UTF-16 code units. */
const longestText = 400;

/** What stands in an actor's place: a source that could not be resolved, and words for which none is given. */
const unresolved = "unresolved";
const noSource = "no source";

/** What of the results a table is drawn from. */
export interface ShownExtraction extends Omit<Extraction, "claims"> {
  readonly claims: readonly Omit<Claim, keyof ClaimFields>[];
}

interface Row {
  readonly actor: string;
  readonly form: string;
  readonly text: string;
  readonly place: string;
}

/**
 * Who said what in one article, as lines for people: name, title, byline and date, then for each attribution
 * and each claim of the author's the actor, the form, the text (cut with "…") and the place as line:column
 * and offsets. What repeats an earlier one is counted, not shown. Behind them stand the claims that are most worth a check.
 */
export function presentExtraction(
  name: string,
  text: string,
  extraction: ShownExtraction,
  style: TableStyle,
): string[] {
  const paint = painter(style.colour);
  // Some terminals say that they have no columns at all.
  const width = Math.max(narrowest, style.width);
  const lines = [paint("bold", fitted(onOneLine(name), width).trimEnd())];
  if (extraction.title !== null) lines.push(`  ${fitted(onOneLine(extraction.title), width - 2).trimEnd()}`);
  const origin = [
    extraction.byline.length > 0 ? `By ${listed(extraction.byline)}` : "",
    extraction.published ?? "",
  ];
  const byline = origin.filter((part) => part !== "").join(", ");
  if (byline !== "") lines.push(`  ${fitted(onOneLine(byline), width - 2).trimEnd()}`);

  const rows = rowsOf(text, extraction);
  if (rows.length === 0)
    return [...lines, paint("dim", "  Nobody is quoted or reported, and nothing is claimed.")];
  lines.push(...drawn(rows, style));
  const repeats = extraction.attributions.filter((attribution) => attribution.repeats !== null).length;
  if (repeats > 0) lines.push(paint("dim", `  ${repeats} printed again and not shown twice.`));
  const names = namesOf(extraction);
  const nameOf = (id: string | null): string => (id === null ? unresolved : (names.get(id) ?? id));
  const [heading, ...rated] = worthRows(text, extraction.claims, nameOf, Math.min(widest, width));
  if (heading !== undefined) lines.push(paint("dim", heading), ...rated);
  return lines;
}

const namesOf = ({ actors }: Pick<ShownExtraction, "actors">): ReadonlyMap<string, string> =>
  new Map(actors.map((actor) => [actor.id, actor.name]));

function rowsOf(text: string, { actors, attributions, claims }: ShownExtraction): Row[] {
  const names = namesOf({ actors });
  const place = placesIn(text);
  const row = (
    content: readonly Span[],
    actor: string | null,
    form: string,
    nobody: string,
  ): Row & { start: number } => {
    const start = content[0]?.[0] ?? 0;
    const end = content.at(-1)?.[1] ?? start;
    const { line, column } = place(start);
    return {
      actor: actor === null ? nobody : onOneLine(names.get(actor) ?? actor),
      form,
      text: content
        .map(([from, to]) => onOneLine(text.slice(from, Math.min(to, from + longestText))))
        .join(" … "),
      place: `${line}:${column} [${start},${end}]`,
      start,
    };
  };
  return [
    ...attributions
      .filter(({ repeats }) => repeats === null)
      .map(({ content, actor, form, decidedBy }) =>
        row(content, actor, form, decidedBy.actor === "absent" ? noSource : unresolved),
      ),
    ...claims
      .filter(({ attribution, repeats }) => attribution === null && repeats === null)
      .map(({ content, actor }) => row(content, actor, "claim", unresolved)),
  ].sort((a, b) => a.start - b.start);
}

function drawn(rows: readonly Row[], style: TableStyle): string[] {
  const paint = painter(style.colour);
  const width = Math.min(widest, Math.max(narrowest, style.width));
  const widthOf = (key: keyof Row, most: number): number =>
    Math.min(most, Math.max(key.length, ...rows.map((row) => displayWidth(row[key]))));
  const actor = widthOf("actor", Math.min(longestActor, Math.floor(width / 4)));
  const form = widthOf("form", 8);
  const place = widthOf("place", 30);
  // Two spaces before the first column and between columns.
  const text = width - actor - form - place - 8;
  if (text < narrowestText) return stacked(rows, { actor, form, width }, style);
  const heading = `  ${fitted("ACTOR", actor)}  ${fitted("FORM", form)}  ${fitted("TEXT", text)}  PLACE`;
  return [
    paint("dim", heading),
    ...rows.map((row) => {
      const who = paint(
        row.actor === unresolved || row.actor === noSource ? "dim" : "cyan",
        fitted(row.actor, actor),
      );
      const where = paint("dim", row.place);
      return `  ${who}  ${fitted(row.form, form)}  ${fitted(row.text, text)}  ${where}`;
    }),
  ];
}

/** For narrow terminals: the text under its actor, form and place. */
function stacked(
  rows: readonly Row[],
  columns: { readonly actor: number; readonly form: number; readonly width: number },
  style: TableStyle,
): string[] {
  const paint = painter(style.colour);
  return rows.flatMap((row) => {
    const who = paint(
      row.actor === unresolved || row.actor === noSource ? "dim" : "cyan",
      fitted(row.actor, columns.actor),
    );
    return [
      `  ${who}  ${fitted(row.form, columns.form)}  ${paint("dim", row.place)}`,
      `    ${fitted(row.text, columns.width - 4).trimEnd()}`,
    ];
  });
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const codes = { bold: 1, dim: 2, cyan: 36 };

function painter(colour: boolean): (style: keyof typeof codes, text: string) => string {
  return (style, text) => (colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}
