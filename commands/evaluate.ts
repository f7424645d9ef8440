import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { evaluateArticles } from "./evaluation/evaluate-articles.ts";
import { evaluateAttribution } from "./evaluation/evaluate-attribution.ts";
import { evaluateClaims } from "./evaluation/evaluate-claims.ts";
import { evaluateCoreference } from "./evaluation/evaluate-coreference.ts";
import { bar, progressOn, styleOf } from "./start/terminal.ts";
import { userFolder } from "./user-folder.ts";

const usage = `npm run evaluate -- articles [FOLDER] [--errors N] [--json]
  the engine on articles with gold results (default: test/articles)
npm run evaluate -- claims [FOLDER] [--errors N] [--json]
  claims and their fields, against a folder of gold (default: test/claims) for the articles in its folder "articles",
  or the project's where it has none
npm run evaluate -- attribution FOLDER [--pred FILE] [--actors FILE] [--outlet NAME] [--errors N] [--json]
  the engine on a corpus folder with text/NAME.txt and attributions/NAME_WHO.ann (brat standoff): spans, links,
  recall by form, outlets, actors, and how far confidences are probabilities
npm run evaluate -- coreference FOLDER [--json]
  the resolver of actors alone on a treebank whose .conllu files mark entities, as GUM's do

  --pred FILE    measure the attributions of a JSON Lines file, as "npm run extract -- --format jsonl" prints them,
                 instead of the engine's
  --actors FILE  who the sources are, resolved by hand (default: test/gold/polnear-dev-actors.tsv where the folder is
                 that corpus): columns article, start, end, kind (name, pronoun, relative, nominal) and actor
  --outlet NAME  only articles whose names begin with NAME and an underscore
  --errors N     also print errors, each with its article, line, column and offset (UTF-16 code units): articles the
                 first N, attribution the N of each kind that are most worth reading, in their text
  --json         print JSON
  --help         print this`;

/** A fault of the command line. */
class UsageError extends Error {}

const progress = progressOn(process.stderr);
try {
  const report = evaluate(process.argv.slice(2));
  progress.end();
  console.log(report);
} catch (error) {
  progress.end();
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
      for (const option of ["pred", "actors", "outlet"] as const)
        if (values[option] !== undefined) throw new UsageError(`--${option} goes with attribution only`);
      return evaluateArticles(inUserFolder(folder) ?? join(import.meta.dirname, "../test/articles"), options);
    case "claims":
      for (const option of ["pred", "actors", "outlet"] as const)
        if (values[option] !== undefined) throw new UsageError(`--${option} goes with attribution only`);
      return evaluateClaims(
        inUserFolder(folder) ?? join(import.meta.dirname, "../test/claims"),
        join(import.meta.dirname, "../test/articles"),
        options,
      );
    case "attribution":
      if (folder === undefined) throw new UsageError("attribution needs the folder of a corpus");
      return evaluateAttribution(inUserFolder(folder), {
        ...options,
        predictions: inUserFolder(values.pred),
        actors: inUserFolder(values.actors),
        outlet: values.outlet,
        colour: styleOf(process.stdout).colour,
        progress: (done, all) => progress.status(bar(done, all)),
      });
    case "coreference":
      if (folder === undefined) throw new UsageError("coreference needs the folder of a treebank");
      for (const option of ["pred", "actors", "outlet"] as const)
        if (values[option] !== undefined) throw new UsageError(`--${option} goes with attribution only`);
      return evaluateCoreference(inUserFolder(folder), options);
    default:
      throw new UsageError(
        what === undefined
          ? "say what to evaluate: articles, claims, attribution or coreference"
          : `"${what}" is neither articles nor claims nor attribution nor coreference`,
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
        actors: { type: "string" },
        outlet: { type: "string" },
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
