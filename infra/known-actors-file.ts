import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { KnownActors } from "#extraction/known-actors/known-actors.ts";
import { readKnownActors } from "#extraction/known-actors/read-known-actors.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The file of known actors that is taken where none is named, if it is there: in the project's root. */
export const usualActorsFile = "actors.csv";

/** A file of known actors that can be used. */
export interface KnownActorsFile {
  /** Absolute. */
  readonly path: string;
  readonly actors: KnownActors;
}

/**
 * Reads a file of known actors, named relative to `folder` (absolute; the project's root where it is left out). Without a
 * name it is the usual file; `null` where that is not there. @throws KnownActorsFileError
 */
export function readKnownActorsFile(name: string | undefined, folder = root): KnownActorsFile | null {
  if (name === undefined && !existsSync(resolve(root, usualActorsFile))) return null;
  const path = name === undefined ? resolve(root, usualActorsFile) : resolve(folder, name);
  const written = name ?? usualActorsFile;
  const read = readKnownActors(textOf(path, written));
  if ("problem" in read) throw new KnownActorsFileError(`${written}: ${read.problem}`);
  return { path, actors: read.actors };
}

/** A file of known actors cannot be used; the message is one line that names it, says why and the cure. */
export class KnownActorsFileError extends Error {
  override readonly name = "KnownActorsFileError";
}

function textOf(path: string, written: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const problem =
      code === "ENOENT" || code === "ENOTDIR"
        ? "does not exist; check the name and the folder"
        : code === "EISDIR"
          ? "is a folder; name the CSV file in it"
          : code === "ERR_ENCODING_INVALID_ENCODED_DATA"
            ? "is not UTF-8; save it as CSV UTF-8"
            : `cannot be read (${error instanceof Error ? error.message : String(error)})`;
    throw new KnownActorsFileError(`${written}: ${problem}`);
  }
}
