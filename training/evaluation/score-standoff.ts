import type { Form } from "#extraction/extraction.ts";
import { formByMarks } from "./form-by-marks.ts";
import {
  matchAttributions,
  type RoleSpans,
  type RoleTokens,
  roles,
  roleTokens,
  sameTokens,
  sourcesMeet,
} from "./match-attributions.ts";
import type { StandoffArticle } from "./read-standoff.ts";
import { noTally, sumTallies, type Tally, tallyMatches, tallySets } from "./tally.ts";
import { type GridToken, gridFragments, gridTokens, tokensOf } from "./token-grid.ts";

/**
 * The measures of attribution extraction, each with its counts over one article.
 *
 * - `exact ROLE`: spans that agree in both ends on the token grid; spans are cut at line ends, every fragment
 *   counts once, and every annotator is an instance (the protocol of CofeNet, Wang et al., COLING 2022);
 * - `token ROLE`: tokens that carry the role, likewise;
 * - the rest compare attributions one to one, with the first annotator only: `overlap` (contents share a token),
 *   `coverage 30` and `coverage 80` (they share that part of both), `linked` (overlap, and the sources share a
 *   token or both are absent), `source+content` and `all` (equal on the token grid).
 */
export interface StandoffScore {
  readonly measures: Readonly<Record<string, Tally>>;
  /** How many gold attributions of each form were matched (`right`) or not (`missed`). */
  readonly recallByForm: Readonly<Partial<Record<Form, Tally>>>;
  /** The first annotator's attributions and the predicted ones, one to one, as far as their contents overlap. */
  readonly matches: readonly Match[];
}

/** A gold and a predicted attribution, by their places in the lists, whose contents overlap. */
export interface Match {
  readonly gold: number;
  readonly predicted: number;
  /** Whether their sources share a token, or both are absent. */
  readonly linked: boolean;
}

/** Scores the attributions predicted for one article. */
export function scoreStandoff(article: StandoffArticle, predicted: readonly RoleSpans[]): StandoffScore {
  const tokens = gridTokens(article.text);
  const first = article.annotations[0] ?? [];
  const gold = first.map((attribution) => roleTokens(tokens, attribution));
  const guesses = predicted.map((attribution) => roleTokens(tokens, attribution));
  const pairs = matchAttributions(gold, guesses);
  const counted = (
    holds: (goldTokens: RoleTokens, guess: RoleTokens, coverage: number) => boolean,
  ): Tally => {
    const matched = pairs.filter((pair) => {
      const goldTokens = gold[pair.gold];
      const guess = guesses[pair.predicted];
      if (goldTokens === undefined || guess === undefined) return false;
      return holds(goldTokens, guess, pair.shared / Math.max(goldTokens.content.size, guess.content.size));
    });
    return tallyMatches(matched.length, predicted.length, first.length);
  };
  const sourceAndContent = (a: RoleTokens, b: RoleTokens) =>
    sameTokens(a.source, b.source) && sameTokens(a.content, b.content);
  const matchedGold = new Set(pairs.map((pair) => pair.gold));
  const matches = pairs.map((pair): Match => {
    const [goldTokens, guess] = [gold[pair.gold], guesses[pair.predicted]];
    const linked = !!goldTokens && !!guess && sourcesMeet(goldTokens.source, guess.source);
    return { gold: pair.gold, predicted: pair.predicted, linked };
  });
  return {
    measures: {
      ...spanMeasures(tokens, article.annotations, predicted),
      overlap: counted(() => true),
      "coverage 30": counted((_gold, _guess, coverage) => coverage >= 0.3),
      "coverage 80": counted((_gold, _guess, coverage) => coverage >= 0.8),
      linked: tallyMatches(matches.filter(({ linked }) => linked).length, predicted.length, first.length),
      "source+content": counted(sourceAndContent),
      all: counted((a, b) => sourceAndContent(a, b) && sameTokens(a.cue, b.cue)),
    },
    recallByForm: recallByForm(article.text, first, matchedGold),
    matches,
  };
}

function spanMeasures(
  tokens: readonly GridToken[],
  annotations: readonly (readonly RoleSpans[])[],
  predicted: readonly RoleSpans[],
): Record<string, Tally> {
  const measures: Record<string, Tally> = {};
  const union = <T>(
    attributions: readonly RoleSpans[],
    of: (attribution: RoleSpans) => Iterable<T>,
  ): Set<T> => new Set(attributions.flatMap((attribution) => [...of(attribution)]));
  for (const role of roles) {
    const fragments = (attribution: RoleSpans) => gridFragments(tokens, attribution[role]);
    const touched = (attribution: RoleSpans) => tokensOf(tokens, attribution[role]);
    measures[`exact ${role}`] = sumOver(annotations, (gold) =>
      tallySets(union(gold, fragments), union(predicted, fragments)),
    );
    measures[`token ${role}`] = sumOver(annotations, (gold) =>
      tallySets(union(gold, touched), union(predicted, touched)),
    );
  }
  return measures;
}

const sumOver = <T>(items: readonly T[], tally: (item: T) => Tally): Tally => sumTallies(items.map(tally));

function recallByForm(
  text: string,
  gold: readonly RoleSpans[],
  matched: ReadonlySet<number>,
): Partial<Record<Form, Tally>> {
  const byForm: Partial<Record<Form, Tally>> = {};
  for (const [index, { content }] of gold.entries()) {
    const form = formByMarks(text, content);
    const found = matched.has(index) ? 1 : 0;
    byForm[form] = sumTallies([byForm[form] ?? noTally, tallyMatches(found, found, 1)]);
  }
  return byForm;
}
