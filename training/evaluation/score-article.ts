import type { Extraction } from "#extraction/extraction.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";
import type { ArticleScore } from "./article-score.ts";
import { scoreActors } from "./score-actors.ts";
import { scoreAttributions } from "./score-attributions.ts";
import { scoreClaims } from "./score-claims.ts";
import { scoreHead } from "./score-head.ts";
import { scoreQuotes } from "./score-quotes.ts";
import { sumTallies, type Tally } from "./tally.ts";

/** Every measure of one article: attributions, quotes, claims, actors, and its head (title, authors, date). */
export function scoreArticle(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const parts = [scoreHead, scoreAttributions, scoreQuotes, scoreClaims, scoreActors].map((score) =>
    score(gold, extraction),
  );
  return {
    measures: Object.assign({}, ...parts.map(({ measures }) => measures)),
    disagreements: parts.flatMap(({ disagreements }) => disagreements).sort((a, b) => a.offset - b.offset),
  };
}

/** The counts of several articles together, by measure, in the order of the first one. */
export function sumMeasures(
  scores: readonly { readonly measures: Readonly<Record<string, Tally>> }[],
): Readonly<Record<string, Tally>> {
  const names = new Set(scores.flatMap(({ measures }) => Object.keys(measures)));
  return Object.fromEntries(
    [...names].map((name) => [name, sumTallies(scores.flatMap(({ measures }) => measures[name] ?? []))]),
  );
}
