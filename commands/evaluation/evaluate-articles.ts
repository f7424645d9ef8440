import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Disagreement } from "#training/evaluation/article-score.ts";
import { f1Table, figuresTable } from "#training/evaluation/figures-table.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { scoreArticle, sumMeasures } from "#training/evaluation/score-article.ts";
import { figuresOf } from "#training/evaluation/tally.ts";
import { readGoldArticles } from "#training/gold/read-gold.ts";

/** What the two evaluations print: JSON instead of tables, and at most so many of the errors. */
export interface PrintOptions {
  readonly json: boolean;
  readonly errors: number;
}

const columns = ["attributions", "attributed", "quotes", "quotes attributed", "claims", "actors"];

/**
 * Runs the engine on every `NAME.txt` of a folder that has a `NAME.gold.json`, and gives the figures in all, by article,
 * and the first disagreements. Throws an `Error` where the gold cannot be read.
 */
export function evaluateArticles(folder: string, { json, errors }: PrintOptions): string {
  const articles = readGoldArticles(folder);
  if (articles.length === 0) {
    throw new Error(`${folder}: holds no NAME.gold.json; test/articles/README.md describes the format`);
  }
  const scores = articles.map((gold) => {
    const result = runEngine(readFileSync(join(folder, `${gold.name}.txt`)));
    if (!result.ok) throw new Error(`${gold.name}.txt: ${result.rejection.message}`);
    return { name: gold.name, text: gold.text, ...scoreArticle(gold, result.value) };
  });
  const all = sumMeasures(scores);
  if (json) {
    const figures = (measures: typeof all) =>
      Object.fromEntries(Object.entries(measures).map(([name, tally]) => [name, figuresOf(tally)]));
    const byArticle = scores.map(({ name, measures, disagreements }) => ({
      name,
      measures: figures(measures),
      disagreements,
    }));
    return JSON.stringify({ all: figures(all), articles: byArticle }, null, 2);
  }
  const shown = scores
    .flatMap(({ name, text, disagreements }) =>
      disagreements.map((item) => disagreementLine(name, text, item)),
    )
    .slice(0, errors);
  return [`${articles.length} articles`, figuresTable(all), "", f1Table(scores, columns), ...shown].join(
    "\n",
  );
}

/** A disagreement as one line: kind, article and line, offset, and the words. */
export const disagreementLine = (
  name: string,
  text: string,
  { kind, offset, words, detail }: Omit<Disagreement, "kind"> & { readonly kind: string },
): string => {
  const line = text.slice(0, offset).split("\n").length;
  const shortened = words.length > 140 ? `${words.slice(0, 139)}…` : words;
  const suffix = detail === undefined ? "" : ` (${detail})`;
  return `${kind.toUpperCase().padEnd(20)} ${name}:${line} @${offset} ${shortened.replaceAll("\n", " ⏎ ")}${suffix}`;
};
