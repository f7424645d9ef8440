import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { worthModelUrl } from "#extraction/claims/worth-model.ts";
import { readModelFile } from "#extraction/model/read-model-file.ts";
import { shippedModelFile, shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { worthModelFile } from "#extraction/model/worth-model-file.ts";

// A program of its own, which runs after a function is bundled: node infra/ship-model.ts FOLDER
// It puts the engine's models beside the bundle in FOLDER, where the bundle looks for them.

const [, , folder = "."] = process.argv;
const models = [
  [shippedModelUrl, shippedModelFile],
  [worthModelUrl, worthModelFile],
] as const;
try {
  for (const [url, name] of models) {
    const model = fileURLToPath(url);
    // One that cannot be used would be found out by the first function that starts.
    readModelFile(model, model);
    copyFileSync(model, join(folder, name));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
