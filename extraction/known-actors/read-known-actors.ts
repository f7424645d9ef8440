import { slug } from "../actors/slug.ts";
import { type CsvRow, csvRows } from "./csv-rows.ts";
import { type KnownActor, KnownActors, knownActorSchema, knownActorTypes, nameKey } from "./known-actors.ts";

/** The most actors that a file may hold: each start of the engine reads them all. */
const mostActors = 50_000;

/** The most columns: with the longest ids in all of them, an actor is still a small item of the table. */
const mostColumns = 30;

/** Columns that mean something of their own; every other one is a scheme of ids, such as `wikidata`. */
const ownColumns = ["name", "type", "aliases"];

/** The known actors of a file, or one line on what is wrong and where, to stand behind the file's name. */
export type KnownActorsRead = { readonly actors: KnownActors } | { readonly problem: string };

/**
 * Reads a file of known actors: CSV with a header, columns `name`, `type`, `aliases` (separated by `|`), and one column
 * for each scheme of ids. Order of columns is free; only `name` must be there. A byte order mark is passed over.
 */
export function readKnownActors(text: string): KnownActorsRead {
  const read = csvRows(text.replace(/^\u{FEFF}/u, ""));
  if ("problem" in read) return read;
  const [header, ...rows] = read.rows;
  if (!header) return { problem: "is empty; the first line names the columns: name,type,aliases,wikidata" };
  const columns = header.fields.map((column) => column.trim().toLowerCase());
  const wrong = headerProblem(columns);
  if (wrong !== null) return { problem: `line ${header.line}: ${wrong}` };
  if (rows.length > mostActors)
    return { problem: `has ${rows.length} actors; ${mostActors} are the most that a file may have` };
  const actors: KnownActor[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    const entry = entryOf(columns, row);
    if (typeof entry === "string") return { problem: `line ${row.line}: ${entry}` };
    for (const name of new Set([nameKey(entry.name), slug(entry.name), ...entry.aliases.map(nameKey)])) {
      const other = lineOf.get(name);
      if (other !== undefined && other !== row.line) {
        const written = [entry.name, ...entry.aliases].find((one) => nameKey(one) === name) ?? entry.name;
        return {
          problem: `line ${row.line}: “${written}” is on line ${other} too; one name means one actor`,
        };
      }
      lineOf.set(name, row.line);
    }
    actors.push(entry);
  }
  return { actors: new KnownActors(actors) };
}

function headerProblem(columns: readonly string[]): string | null {
  if (!columns.includes("name"))
    return "has no column “name”; the first line names the columns: name,type,aliases,wikidata";
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) return `the column “${twice}” is there twice`;
  if (columns.length > mostColumns) return `has ${columns.length} columns; ${mostColumns} are the most`;
  const odd = columns.find((column) => !/^[a-z][a-z0-9_-]{0,39}$/u.test(column));
  return odd === undefined
    ? null
    : `“${odd}” is no name for a column; take letters, digits, - and _, as in wikidata`;
}

/** The actor of a row, or what is wrong with it. */
function entryOf(columns: readonly string[], { fields }: CsvRow): KnownActor | string {
  if (fields.slice(columns.length).some((field) => field.trim() !== ""))
    return `has ${fields.length} fields for ${columns.length} columns; put a field with a separator in it in quotation marks`;
  const value = (column: string): string => (fields[columns.indexOf(column)] ?? "").trim();
  const schemes = columns.filter((column) => !ownColumns.includes(column) && value(column) !== "");
  const type = columns.includes("type") ? value("type").toLowerCase() : "";
  const aliases = columns.includes("aliases") ? value("aliases").split("|") : [];
  const parsed = knownActorSchema.safeParse({
    name: value("name"),
    type: type === "" ? null : type,
    aliases: aliases.map((alias) => alias.trim()).filter((alias) => alias !== ""),
    ids: Object.fromEntries(schemes.map((scheme) => [scheme, value(scheme)])),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [column = ""] = issue?.path ?? [];
  if (value("name") === "") return "has no name";
  if (column === "type")
    return `type “${value("type")}” is not known; give ${knownActorTypes.join(", ")}, or nothing`;
  return `${String(column)}: ${issue?.message ?? "cannot be read"}`;
}
