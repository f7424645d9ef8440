import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { figuresTable } from "#training/evaluation/figures-table.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { agreements, comparedFields, scoreClaimFields } from "#training/evaluation/score-claim-fields.ts";
import { figuresOf, sumTallies } from "#training/evaluation/tally.ts";
import { readClaimGold } from "#training/gold/claim-gold.ts";
import { disagreementLine, type PrintOptions } from "./evaluate-articles.ts";

/**
 * Runs the engine on the articles whose claims have gold in the folder `claims`, and gives how many are found, and how often
 * each field of those found is right. The articles are in its folder `articles`, or in `project` where it has none. Throws an
 * `Error` where the gold cannot be read.
 */
export function evaluateClaims(claims: string, project: string, { json, errors }: PrintOptions): string {
  const own = join(claims, "articles");
  const articles = existsSync(own) ? own : project;
  const scores = readClaimGold(claims, articles).map((gold) => {
    const result = runEngine(readFileSync(join(articles, `${gold.name}.txt`)));
    if (!result.ok) throw new Error(`${gold.name}.txt: ${result.rejection.message}`);
    return { name: gold.name, text: gold.text, ...scoreClaimFields(gold, result.value) };
  });
  const found = sumTallies(scores.map((score) => score.found));
  const fields = agreements((field) => ({
    right: scores.reduce((sum, score) => sum + score.fields[field].right, 0),
    all: scores.reduce((sum, score) => sum + score.fields[field].all, 0),
  }));
  if (json) {
    const articlesFound = scores.map(({ name, found: tally, disagreements }) => ({
      name,
      found: figuresOf(tally),
      disagreements,
    }));
    return JSON.stringify({ found: figuresOf(found), fields, articles: articlesFound }, null, 2);
  }
  const shown = scores
    .flatMap(({ name, text, disagreements }) =>
      disagreements.map((item) => disagreementLine(name, text, item)),
    )
    .slice(0, errors);
  return [
    `${scores.length} articles, ${found.right + found.missed} claims`,
    figuresTable({ claims: found }),
    "",
    `of the ${found.right} found, right in percent`,
    ...comparedFields.map((field) => {
      const { right, all } = fields[field];
      return `${field.padEnd(14)}${((100 * right) / Math.max(1, all)).toFixed(1).padStart(6)}`;
    }),
    ...shown,
  ].join("\n");
}
