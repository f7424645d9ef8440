import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { worthModelUrl } from "#extraction/claims/worth-model.ts";
import { shippedModelFile, shippedModelUrl } from "#extraction/model/shipped-model.ts";
import { worthModelFile } from "#extraction/model/worth-model-file.ts";
import { shippedTaggers } from "#extraction/taggers.ts";

// A program of its own, which runs after a function is bundled: node infra/ship-model.ts FOLDER
// It puts the engine's models beside the bundle in FOLDER, where the bundle looks for them.

const [, , folder = "."] = process.argv;
const models = [
  [shippedModelUrl, shippedModelFile],
  [worthModelUrl, worthModelFile],
] as const;
try {
  // One that cannot be used would be found out by the first function that starts.
  shippedTaggers();
  for (const [url, name] of models) copyFileSync(fileURLToPath(url), join(folder, name));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
