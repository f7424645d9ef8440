import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { filesOf } from "./files-of.ts";
import { goldArticleSchema } from "./gold-article.ts";
import { type LocatedGold, locateGold } from "./locate-gold.ts";

const goldEnding = ".gold.json";

/**
 * Reads `NAME.txt` and `NAME.gold.json` of a folder. Throws an `Error` that names the file and the fault
 * where one is missing, is not JSON, breaks the schema, or has a snippet that the text does not have.
 */
function readGoldArticle(folder: string, name: string): LocatedGold {
  const goldPath = join(folder, `${name}${goldEnding}`);
  const text = textOfArticle(join(folder, `${name}.txt`));
  const json = parseJson(goldPath, readFileSync(goldPath, "utf8"));
  const gold = goldArticleSchema.safeParse(json);
  if (!gold.success) throw new Error(`${goldPath}: ${z.prettifyError(gold.error)}`);
  return locateGold(name, text, gold.data);
}

/** Every article of a folder that has gold, by name. Throws as `readGoldArticle` does. */
export function readGoldArticles(folder: string): readonly LocatedGold[] {
  return filesOf(folder)
    .filter((file) => file.endsWith(goldEnding))
    .map((file) => file.slice(0, -goldEnding.length))
    .sort()
    .map((name) => readGoldArticle(folder, name));
}

function textOfArticle(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Error(`${path}: cannot be read; every NAME${goldEnding} needs its article beside it`);
  }
}

function parseJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${path}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
