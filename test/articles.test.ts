import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { overlaps, textOf } from "#extraction/span.ts";
import { figuresTable } from "#training/evaluation/figures-table.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { scoreArticle, sumMeasures } from "#training/evaluation/score-article.ts";
import { figuresOf, noTally } from "#training/evaluation/tally.ts";
import { quotedStretches } from "#training/gold/quoted-stretches.ts";
import { readGoldArticles } from "#training/gold/read-gold.ts";

/** The least precision and recall over all articles, by measure; raised when the engine gets better. */
const floors: Readonly<Record<string, { readonly precision: number; readonly recall: number }>> = {
  head: { precision: 0.99, recall: 0.99 },
  attributions: { precision: 0.95, recall: 0.95 },
  linked: { precision: 0.94, recall: 0.93 },
  attributed: { precision: 0.91, recall: 0.92 },
  actor: { precision: 0.95, recall: 0.95 },
  form: { precision: 0.96, recall: 0.96 },
  "exact source": { precision: 0.92, recall: 0.92 },
  "exact cue": { precision: 0.9, recall: 0.9 },
  "exact content": { precision: 0.9, recall: 0.89 },
  repeats: { precision: 0.99, recall: 0.99 },
  quotes: { precision: 0.98, recall: 0.96 },
  "quotes attributed": { precision: 0.94, recall: 0.93 },
  "marks left alone": { precision: 0.99, recall: 0.88 },
  claims: { precision: 0.85, recall: 0.8 },
  actors: { precision: 0.94, recall: 0.93 },
};

const folder = join(import.meta.dirname, "articles");
const articles = readGoldArticles(folder);

describe("the gold", () => {
  it("covers at least ten articles", () => {
    expect(articles.length).toBeGreaterThanOrEqual(10);
  });

  it.each(articles)("of $name is well formed", (gold) => {
    const spans = gold.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
    for (const span of [...spans, ...gold.claims, ...gold.notAttributed]) {
      const words = textOf(gold.text, span);
      expect(words).not.toBe("");
      expect(words).toBe(words.trim());
    }
    const contents = gold.attributions.flatMap(({ content }) => content).sort((a, b) => a[0] - b[0]);
    for (const [index, [start]] of contents.entries()) {
      expect(start, `contents overlap at ${start}`).toBeGreaterThanOrEqual(contents[index - 1]?.[1] ?? 0);
    }
    const quotes = quotedStretches(gold).map(({ span }) => span);
    expect(gold.notAttributed.filter((marks) => quotes.some((quote) => overlaps(quote, marks)))).toEqual([]);
    const speaking = new Set(gold.attributions.map(({ actor }) => actor));
    expect(gold.actors.map(({ name }) => name).filter((name) => !speaking.has(name))).toEqual([]);
  });
});

describe("the engine on the articles", () => {
  const scores = articles.map((gold) => {
    const result = runEngine(readFileSync(join(folder, `${gold.name}.txt`)));
    if (!result.ok) throw new Error(`${gold.name}: ${result.rejection.message}`);
    return scoreArticle(gold, result.value);
  });
  const measures = sumMeasures(scores);

  afterAll(() => {
    console.log(`${articles.length} articles\n${figuresTable(measures)}`);
  });

  it("is measured by every measure that has a floor, and the other way round", () => {
    expect(Object.keys(measures).sort()).toEqual(Object.keys(floors).sort());
  });

  it.each(Object.entries(floors))("holds its floor: %s", (name, floor) => {
    const { precision, recall } = figuresOf(measures[name] ?? noTally);
    expect(precision).toBeGreaterThanOrEqual(floor.precision);
    expect(recall).toBeGreaterThanOrEqual(floor.recall);
  });
});
