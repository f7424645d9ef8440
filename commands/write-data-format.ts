import { writeFile } from "node:fs/promises";
import { dataFormatSchema } from "#functions/data-format.ts";

// Run after a change of an item's schema; a test tells when it was forgotten.
const file = new URL("../docs/data-format.schema.json", import.meta.url);
await writeFile(file, `${JSON.stringify(dataFormatSchema(), null, 2)}\n`);
