import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readModelFile } from "#extraction/model/read-model-file.ts";
import { shippedModelFile, shippedModelUrl } from "#extraction/model/shipped-model.ts";

// A program of its own, which runs after a function is bundled: node infra/ship-model.ts FOLDER
// It puts the engine's model beside the bundle in FOLDER, where the bundle looks for it.

const [, , folder = "."] = process.argv;
const model = fileURLToPath(shippedModelUrl);
try {
  // One that cannot be used would be found out by the first function that starts.
  readModelFile(model, model);
  copyFileSync(model, join(folder, shippedModelFile));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
