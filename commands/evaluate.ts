import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { evaluateArticles } from "./evaluation/evaluate-articles.ts";
import { evaluateAttribution } from "./evaluation/evaluate-attribution.ts";
import { userFolder } from "./user-folder.ts";

const usage = `npm run evaluate -- articles [FOLDER] [--errors N] [--json]
  the engine on articles with gold results (default: test/articles)
npm run evaluate -- attribution FOLDER [--pred FILE] [--errors N] [--json]
  attributions on a corpus folder with text/NAME.txt and attributions/NAME_WHO.ann (brat standoff)

  --errors N   also print the first N errors, each with its article and offset (UTF-16 code units)
  --pred FILE  score the attributions of a JSON Lines file, as "npm run extract -- --format jsonl" prints them,
               instead of running the engine
  --json       print JSON
  --help       print this`;

/** A fault of the command line. */
class UsageError extends Error {}

try {
  console.log(evaluate(process.argv.slice(2)));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? `evaluate: ${message}\n\n${usage}` : `evaluate: ${message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function evaluate(words: readonly string[]): string {
  const { values, positionals } = parsed(words);
  if (values.help) return usage;
  const [what, folder, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one argument too many; give one folder`);
  const options = { json: values.json, errors: wholeNumber(values.errors) };
  switch (what) {
    case "articles":
      if (values.pred !== undefined) throw new UsageError("--pred goes with attribution only");
      return evaluateArticles(inUserFolder(folder) ?? join(import.meta.dirname, "../test/articles"), options);
    case "attribution":
      if (folder === undefined) throw new UsageError("attribution needs the folder of a corpus");
      return evaluateAttribution(inUserFolder(folder), inUserFolder(values.pred), options);
    default:
      throw new UsageError(
        what === undefined
          ? "say what to evaluate: articles or attribution"
          : `"${what}" is neither articles nor attribution`,
      );
  }
}

function inUserFolder<P extends string | undefined>(path: P): P | string {
  return path === undefined ? path : resolve(userFolder("evaluate"), path);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        errors: { type: "string", default: "0" },
        pred: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`--errors takes a whole number, not "${value}"`);
  return Number(value);
}
