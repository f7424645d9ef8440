import { existsSync } from "node:fs";
import { join } from "node:path";
import { f1Table, figuresTable } from "#training/evaluation/figures-table.ts";
import { outletOf } from "#training/evaluation/outlet.ts";
import type { PredictedArticle } from "#training/evaluation/predicted-article.ts";
import { readPredictions } from "#training/evaluation/read-predictions.ts";
import { readStandoffFolder, type StandoffArticle } from "#training/evaluation/read-standoff.ts";
import { runEngine } from "#training/evaluation/run-engine.ts";
import { figuresOf, type Tally } from "#training/evaluation/tally.ts";
import { sourceFigures } from "#training/evaluation/tally-sources.ts";
import type { GoldSource } from "#training/gold/actor-gold.ts";
import { readActorGold } from "#training/gold/read-actor-gold.ts";
import { errorJson, errorLines, worthReading } from "./error-report.ts";
import type { PrintOptions } from "./evaluate-articles.ts";
import { type AttributionMeasures, measureAttribution } from "./measure-attribution.ts";
import { reliabilityTable, sourcesTable } from "./measured-tables.ts";

/** What the evaluation of attributions can be told. */
export interface AttributionOptions extends PrintOptions {
  /** A file of predictions to measure instead of the engine's. */
  readonly predictions: string | undefined;
  /** A file of sources resolved by hand; without one, the project's own if it is of this corpus. */
  readonly actors: string | undefined;
  /** The only outlet whose articles are measured. */
  readonly outlet: string | undefined;
  readonly colour: boolean;
  /** Told how many of the articles are done. */
  readonly progress: (done: number, all: number) => void;
}

const ownActors = join(import.meta.dirname, "../../test/gold/polnear-dev-actors.tsv");

const outletColumns = [
  "exact source",
  "exact cue",
  "exact content",
  "token content",
  "overlap",
  "linked",
  "all",
];

/**
 * Measures attributions and actors on a corpus folder (`text/NAME.txt`, `attributions/NAME_WHO.ann`): those of a
 * predictions file where one is given, else the engine's own. Throws an `Error` where a file cannot be read or does
 * not fit the corpus.
 */
export function evaluateAttribution(folder: string, options: AttributionOptions): string {
  const all = readStandoffFolder(folder);
  const articles = ofOutlet(folder, all, options.outlet);
  const names = new Set(articles.map(({ name }) => name));
  const sources = actorGold(folder, all, options.actors).filter(({ article }) => names.has(article));
  const notes: string[] = [];
  const predictions = options.predictions === undefined ? undefined : readPredictions(options.predictions);
  const measured = articles.map((article, index) => {
    options.progress(index, articles.length);
    const predicted = predictions === undefined ? extracted(article, notes) : predictions.get(article.name);
    if (predicted === undefined)
      notes.push(`${article.name}: has no prediction; counted as one without attributions`);
    return { article, predicted: predicted ?? { attributions: [] } };
  });
  const result = measureAttribution(measured, sources, predictions === undefined);
  return options.json ? asJson(result, notes, options.errors) : asText(result, notes, options);
}

function ofOutlet(
  folder: string,
  articles: readonly StandoffArticle[],
  outlet: string | undefined,
): readonly StandoffArticle[] {
  if (outlet === undefined) return articles;
  const wanted = articles.filter(({ name }) => outletOf(name) === outlet);
  if (wanted.length > 0) return wanted;
  const known = new Set(articles.flatMap(({ name }) => outletOf(name) ?? []));
  const cure =
    known.size === 0
      ? "the names of its files say no outlet (OUTLET_REST.txt)"
      : `take one of ${[...known].join(", ")}`;
  throw new Error(`${folder}: has no outlet "${outlet}"; ${cure}`);
}

/** The sources resolved by hand; the project's own only where all of their articles are in the corpus. */
function actorGold(
  folder: string,
  articles: readonly StandoffArticle[],
  path: string | undefined,
): readonly GoldSource[] {
  if (path === undefined && !existsSync(ownActors)) return [];
  const sources = readActorGold(path ?? ownActors);
  const texts = new Map(articles.map(({ name, text }) => [name, text]));
  const stray = sources.find(({ article, span }) => span[1] > (texts.get(article)?.length ?? 0));
  if (stray === undefined) return sources;
  if (path === undefined) return [];
  const place = `${path}:${stray.line}`;
  throw new Error(
    texts.has(stray.article)
      ? `${place}: ${stray.article} has no characters ${stray.span.join(" to ")}; it is not the text that was resolved`
      : `${place}: ${stray.article} is no article of ${folder}; give the corpus that the file was made for`,
  );
}

function extracted({ name, text }: StandoffArticle, notes: string[]): PredictedArticle {
  const result = runEngine(new TextEncoder().encode(text));
  if (result.ok) return result.value;
  notes.push(`${name}: ${result.rejection.message}`);
  return { attributions: [], actors: [] };
}

function asJson(result: AttributionMeasures, notes: readonly string[], errors: number): string {
  const figures = <T, U>(tallies: Readonly<Record<string, T>>, of: (tally: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, of(tally)]));
  const { articles, measures, recallByForm, outlets, calibration, actors, resolver } = result;
  const ofTally = (tallies: Readonly<Record<string, Tally>>) => figures(tallies, figuresOf);
  return JSON.stringify(
    {
      articles,
      ...ofTally(measures),
      recallByForm: ofTally(recallByForm),
      outlets: outlets.map((outlet) => ({ ...outlet, measures: ofTally(outlet.measures) })),
      actors: actors && figures(actors, sourceFigures),
      resolver: resolver && figures(resolver, sourceFigures),
      calibration,
      notes,
      errors: worthReading(result.errors, errors).map(errorJson),
    },
    null,
    2,
  );
}

function asText(
  result: AttributionMeasures,
  notes: readonly string[],
  { errors, colour }: AttributionOptions,
): string {
  const { articles, measures, recallByForm, outlets, calibration, actors, resolver } = result;
  const recalls = Object.entries(recallByForm).map(([form, tally]) => {
    const { recall, right, missed } = figuresOf(tally);
    const share = right + missed === 0 ? "-" : (100 * recall).toFixed(1);
    return `recall ${form.padEnd(9)}${share.padStart(6)} (${right + missed})`;
  });
  const byOutlet = outlets.map(({ name, articles: count, measures }) => ({
    name: `${name} (${count})`,
    measures,
  }));
  return [
    `${articles} ${articles === 1 ? "article" : "articles"}`,
    figuresTable(measures),
    ...recalls,
    ...(outlets.length > 1 ? ["", f1Table(byOutlet, outletColumns)] : []),
    ...(actors ? ["", sourcesTable("actors, end to end", actors)] : []),
    ...(resolver ? ["", sourcesTable("actors, of given sources", resolver)] : []),
    ...(calibration ? ["", reliabilityTable(calibration)] : []),
    ...(notes.length > 0 ? ["", ...notes] : []),
    ...(errors > 0 ? errorLines(result.errors, errors, colour) : []),
  ].join("\n");
}
