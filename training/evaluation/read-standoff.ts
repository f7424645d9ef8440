import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "#extraction/span.ts";
import type { Role, RoleSpans } from "./match-attributions.ts";

/** An article with the attributions that each of its annotators marked. */
export interface StandoffArticle {
  readonly name: string;
  readonly text: string;
  /** One list for each annotator, in the order of the file names. */
  readonly annotations: readonly (readonly RoleSpans[])[];
}

/**
 * The attributions of a brat standoff file: lines "T4⇥Source 17 29;31 33⇥words" and
 * "E1⇥Attribution:T9 Source:T4 Cue:T5 Content:T6 Content2:T7". An event may stand before the spans that it names
 * (in PolNeAR dev three do; a reader that takes the lines one by one loses those contents). Other lines are left aside.
 */
export function parseStandoff(standoff: string): readonly RoleSpans[] {
  const lines = standoff.split("\n");
  const spansById = new Map<string, readonly Span[]>();
  for (const line of lines) {
    const [, id, offsets] = /^(T\d+)\t\S+ ([\d; ]+)\t/.exec(line) ?? [];
    if (id !== undefined && offsets !== undefined) spansById.set(id, offsets.split(";").map(parseSpan));
  }
  return lines.flatMap((line) => {
    const [, event] = /^E\d+\t(.*)$/.exec(line) ?? [];
    return event === undefined ? [] : [parseEvent(event, spansById)];
  });
}

/**
 * Reads a folder of the corpus: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`. Throws an `Error` that
 * names what is missing.
 */
export function readStandoffFolder(folder: string): readonly StandoffArticle[] {
  const filesByName = new Map<string, string[]>();
  for (const file of standoffFilesOf(folder)) {
    const name = file.replace(/_[^_]*\.ann$/, "");
    filesByName.set(name, [...(filesByName.get(name) ?? []), file]);
  }
  if (filesByName.size === 0) throw new Error(`${folder}: attributions/ holds no .ann file`);
  return [...filesByName].map(([name, files]) => ({
    name,
    text: textOfArticle(folder, name),
    annotations: files.map((file) => parseStandoff(readFileSync(join(folder, "attributions", file), "utf8"))),
  }));
}

function textOfArticle(folder: string, name: string): string {
  const path = join(folder, "text", `${name}.txt`);
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Error(
      `${path}: cannot be read; attributions/ has annotations of it, so the text must be there`,
    );
  }
}

function standoffFilesOf(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, "attributions"))
      .filter((file) => file.endsWith(".ann"))
      .sort();
  } catch {
    throw new Error(
      `${folder}: is not a corpus folder; it must hold text/NAME.txt and attributions/NAME_WHO.ann`,
    );
  }
}

function parseSpan(offsets: string): Span {
  const [start = 0, end = 0] = offsets.trim().split(" ").map(Number);
  return [start, end];
}

function parseEvent(event: string, spansById: ReadonlyMap<string, readonly Span[]>): RoleSpans {
  const found: Record<Role, Span[]> = { source: [], cue: [], content: [] };
  for (const argument of event.trim().split(/\s+/)) {
    const [label = "", id = ""] = argument.split(":");
    const role = label.replace(/(?<!\d)\d+$/, "").toLowerCase();
    if (role === "source" || role === "cue" || role === "content")
      found[role].push(...(spansById.get(id) ?? []));
  }
  for (const spans of Object.values(found)) spans.sort((a, b) => a[0] - b[0]);
  return found;
}
