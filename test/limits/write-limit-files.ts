import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limitFiles } from "./limit-files.ts";

// Writes the files of docs/limits.md into a folder, to be tried by hand.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: node test/limits/write-limit-files.ts FOLDER\n");
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of limitFiles) writeFileSync(join(folder, name), content());
}
