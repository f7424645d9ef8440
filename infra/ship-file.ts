import { copyFileSync } from "node:fs";
import { join } from "node:path";

// A program of its own, which runs after a function is bundled: node infra/ship-file.ts FILE NAME FOLDER
// It puts FILE beside the bundle in FOLDER under NAME, where the function looks for it.

const [, , file = "", name = "", folder = "."] = process.argv;
copyFileSync(file, join(folder, name));
