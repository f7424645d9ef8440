import { forms } from "#extraction/extraction.ts";
import { wordsOf } from "#training/evaluation/article-score.ts";
import { figuresTable } from "#training/evaluation/figures-table.ts";
import type { RoleSpans } from "#training/evaluation/match-attributions.ts";
import { readPredictions } from "#training/evaluation/read-predictions.ts";
import { readStandoffFolder, type StandoffArticle } from "#training/evaluation/read-standoff.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { sumMeasures } from "#training/evaluation/score-article.ts";
import { scoreStandoff } from "#training/evaluation/score-standoff.ts";
import { figuresOf, sumTallies, type Tally } from "#training/evaluation/tally.ts";
import type { PrintOptions } from "./evaluate-articles.ts";

/**
 * Scores attributions on a corpus folder (`text/NAME.txt`, `attributions/NAME_WHO.ann`): those of a predictions
 * file where one is given, else the engine's own. Throws an `Error` where a file cannot be read.
 */
export function evaluateAttribution(
  folder: string,
  predictionsPath: string | undefined,
  { json, errors }: PrintOptions,
): string {
  const articles = readStandoffFolder(folder);
  const predictions = predictionsPath === undefined ? undefined : readPredictions(predictionsPath);
  const notes: string[] = [];
  const scores = articles.map((article) => {
    const predicted = predictions === undefined ? extracted(article, notes) : predictions.get(article.name);
    if (predicted === undefined)
      notes.push(`${article.name}: has no prediction; counted as one without attributions`);
    return { article, ...scoreStandoff(article, predicted ?? []) };
  });
  const measures = sumMeasures(scores);
  const recallByForm = Object.fromEntries(
    forms.map((form) => [form, sumTallies(scores.flatMap((score) => score.recallByForm[form] ?? []))]),
  );
  if (json) {
    const figures = (tallies: Readonly<Record<string, Tally>>) =>
      Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, figuresOf(tally)]));
    return JSON.stringify(
      { articles: articles.length, ...figures(measures), recallByForm: figures(recallByForm) },
      null,
      2,
    );
  }
  const recalls = Object.entries(recallByForm).map(([form, tally]) => {
    const { recall, right, missed } = figuresOf(tally);
    return `recall ${form.padEnd(9)}${(100 * recall).toFixed(1).padStart(6)} (${right + missed})`;
  });
  const shown = scores.flatMap(({ article, missed, spurious }) => [
    ...missed.map((attribution) => attributionLine("MISSED", article, attribution)),
    ...spurious.map((attribution) => attributionLine("SPURIOUS", article, attribution)),
  ]);
  return [
    `${articles.length} articles`,
    figuresTable(measures),
    ...recalls,
    ...notes,
    ...shown.slice(0, errors),
  ].join("\n");
}

function extracted({ name, text }: StandoffArticle, notes: string[]): readonly RoleSpans[] {
  const result = runEngine(new TextEncoder().encode(text));
  if (result.ok) return result.value.attributions;
  notes.push(`${name}: ${result.rejection.message}`);
  return [];
}

const attributionLine = (
  kind: string,
  { name, text }: StandoffArticle,
  { source, cue, content }: RoleSpans,
): string => {
  const words = wordsOf(text, content).replaceAll("\n", " ⏎ ").slice(0, 140);
  return `${kind.padEnd(9)}${name}@${content[0]?.[0] ?? 0} [${wordsOf(text, source)} | ${wordsOf(text, cue)}] ${words}`;
};
