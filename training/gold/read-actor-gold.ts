import { readFileSync } from "node:fs";
import { type GoldIdentity, type GoldSource, sourceKinds } from "./actor-gold.ts";

/**
 * Parses sources resolved by hand: tab-separated lines of article, start, end, kind and actor. The actor is a name;
 * `~` and a description where the article gives none; several of these joined by ` + `; `@author`; or `?` where a
 * careful reader cannot tell. Empty lines and lines that begin with `#` are left aside. Throws an `Error` that names
 * file and line.
 */
export function parseActorGold(path: string, tsv: string): readonly GoldSource[] {
  const firstLines = new Map<string, number>();
  return tsv.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === "" || row.startsWith("#")) return [];
    const line = index + 1;
    const place = `${path}:${line}`;
    const source = { ...parseRow(place, row), line };
    const key = `${source.article}\t${source.span.join("-")}`;
    const before = firstLines.get(key);
    if (before !== undefined)
      throw new Error(`${place}: resolves the source of line ${before} again; keep one of them`);
    firstLines.set(key, line);
    return [source];
  });
}

/** Reads a file of sources resolved by hand; see `parseActorGold`. Throws an `Error` where there is no such file. */
export function readActorGold(path: string): readonly GoldSource[] {
  let tsv: string;
  try {
    tsv = readFileSync(path, "utf8");
  } catch {
    throw new Error(`${path}: cannot be read; give a file of article, start, end, kind and actor in columns`);
  }
  return parseActorGold(path, tsv);
}

function parseRow(place: string, row: string): Omit<GoldSource, "line"> {
  const columns = row.split("\t");
  const [article = "", start = "", end = "", kindName = "", label = ""] = columns;
  if (columns.length !== 5)
    throw new Error(
      `${place}: has ${columns.length} columns; there must be five with tabs between them: article, start, end, kind, actor`,
    );
  if (!/^\d+$/.test(start) || !/^\d+$/.test(end) || Number(start) >= Number(end))
    throw new Error(
      `${place}: "${start}" to "${end}" is no span; start and end count from 0, start below end`,
    );
  const kind = sourceKinds.find((known) => known === kindName);
  if (kind === undefined)
    throw new Error(`${place}: "${kindName}" is no kind of source; take one of ${sourceKinds.join(", ")}`);
  return { article, span: [Number(start), Number(end)], kind, identity: parseIdentity(place, label), label };
}

function parseIdentity(place: string, label: string): GoldIdentity {
  if (label === "@author") return { who: "author" };
  if (label === "?") return { who: "untold" };
  const speakers = label.split(" + ").map((part) => {
    const named = !part.startsWith("~");
    return { name: (named ? part : part.slice(1)).trim(), named };
  });
  if (speakers.some(({ name }) => name === ""))
    throw new Error(
      `${place}: "${label}" names nobody; write a name, "~" and a description, "@author" or "?"`,
    );
  return { who: "speakers", speakers };
}
