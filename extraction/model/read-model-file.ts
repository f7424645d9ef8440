import { readFileSync } from "node:fs";
import type { Model } from "./model.ts";
import { readModel } from "./model-file.ts";
import { ModelFileError } from "./model-file-error.ts";

/**
 * Reads the model file at a path or file URL.
 *
 * @param file what it is called in messages
 * @throws ModelFileError where there is none, or it cannot be used
 */
export function readModelFile(path: string | URL, file: string): Model {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    throw new ModelFileError(
      file,
      missing
        ? "is missing, expected a model file"
        : `cannot be read (${String(code ?? error)}), expected a model file`,
    );
  }
  return readModel(bytes, file);
}
