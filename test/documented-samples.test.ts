import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { presentExtraction } from "#commands/presentation/extraction-table.ts";
import { extractArticle } from "#extraction/extract.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { scoreArticle, sumMeasures } from "#training/evaluation/score-article.ts";
import { figuresOf, noTally } from "#training/evaluation/tally.ts";
import { readGoldArticles } from "#training/gold/read-gold.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const fence = (text: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, "u").exec(text)?.[1] ?? "";

const name = "politics-repeated-lead.txt";
const result = await extractArticle(readFileSync(join(root, "test/articles", name)));

describe("the README's sample", () => {
  if (!result.ok) throw new Error(result.rejection.message);
  const { text, extraction } = result.value;

  it("is the table that is printed", () => {
    const lines = presentExtraction(name, text, extraction, { width: 100, colour: false });
    expect(fence(read("README.md"), "text").split("\n")).toEqual(lines);
  });

  it("is an attribution as it is written", () => {
    const sample: unknown = JSON.parse(fence(read("README.md"), "json"));
    expect(extraction.attributions).toContainEqual(sample);
  });
});

describe("the model card's figures on the articles", () => {
  const folder = join(root, "test/articles");
  const totals = sumMeasures(
    readGoldArticles(folder).map((gold) => {
      const result = runEngine(readFileSync(join(folder, `${gold.name}.txt`)));
      if (!result.ok) throw new Error(result.rejection.message);
      return scoreArticle(gold, result.value);
    }),
  );
  const card = read("docs/model-card.md");

  it.each([
    ["attribution found (contents overlap)", "attributions"],
    ["… with its source", "linked"],
    ["… under the right actor", "attributed"],
    ["source, exact ends", "exact source"],
    ["cue, exact ends", "exact cue"],
    ["content, exact ends", "exact content"],
    ["quotes", "quotes"],
    ["quotes under the right actor", "quotes attributed"],
    ["the author's own claims", "claims"],
    ["actors", "actors"],
  ] as const)("%s: as measured", (label, measure) => {
    const { precision, recall, f1 } = figuresOf(totals[measure] ?? noTally);
    const row = [precision, recall, f1].map((figure) => (100 * figure).toFixed(1)).join(" | ");
    expect(card).toContain(`| ${label} | ${row} |`);
  });
});
