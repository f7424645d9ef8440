import { type Form, forms } from "#extraction/extraction.ts";
import { type Calibration, calibration } from "#training/calibration/calibration.ts";
import { actorErrors } from "#training/evaluation/actor-error.ts";
import { judgeEndToEnd, judgeResolverAlone } from "#training/evaluation/answer-sources.ts";
import { attributionErrors } from "#training/evaluation/attribution-error.ts";
import { outletOf } from "#training/evaluation/outlet.ts";
import type { PredictedArticle } from "#training/evaluation/predicted-article.ts";
import type { StandoffArticle } from "#training/evaluation/read-standoff.ts";
import { sumMeasures } from "#training/evaluation/score-article.ts";
import { scoreStandoff } from "#training/evaluation/score-standoff.ts";
import { sumTallies, type Tally } from "#training/evaluation/tally.ts";
import { type SourceTally, tallySources } from "#training/evaluation/tally-sources.ts";
import type { GoldSource } from "#training/gold/actor-gold.ts";
import type { ArticleError } from "./error-report.ts";

/** An article of a corpus with what is predicted for it. */
export interface MeasuredArticle {
  readonly article: StandoffArticle;
  readonly predicted: PredictedArticle;
}

/** Measures by name. */
type Measures = Readonly<Record<string, Tally>>;

/** Everything that is measured on a corpus. */
export interface AttributionMeasures {
  readonly articles: number;
  readonly measures: Measures;
  readonly recallByForm: Readonly<Record<Form, Tally>>;
  /** In alphabetic order; empty where the articles' names say no outlet. */
  readonly outlets: readonly {
    readonly name: string;
    readonly articles: number;
    readonly measures: Measures;
  }[];
  /** Of confidence against `linked`; `null` where a prediction has no confidence. */
  readonly calibration: Calibration | null;
  /** By kind of source; `null` where nothing says who the sources are, or nothing is predicted. */
  readonly actors: Readonly<Record<string, SourceTally>> | null;
  /** The same for the resolver given the corpus' own attributions; `null` where that is not asked for. */
  readonly resolver: Readonly<Record<string, SourceTally>> | null;
  readonly errors: readonly ArticleError[];
}

/**
 * Measures predictions on a corpus. `sources` are resolved by hand, of as many of the articles as may be;
 * `resolverToo` says whether the engine's resolver is measured alone beside the predictions.
 */
export function measureAttribution(
  measured: readonly MeasuredArticle[],
  sources: readonly GoldSource[],
  resolverToo: boolean,
): AttributionMeasures {
  const scores = measured.map(({ article, predicted }) => {
    const { measures, recallByForm, matches } = scoreStandoff(article, predicted.attributions);
    const ofArticle = sources.filter((source) => source.article === article.name);
    const judged = predicted.actors ? judgeEndToEnd(article.text, ofArticle, predicted) : [];
    const linked = new Set(matches.filter((match) => match.linked).map((match) => match.predicted));
    return {
      name: article.name,
      measures,
      recallByForm,
      judged,
      resolved: resolverToo ? judgeResolverAlone(article, ofArticle) : [],
      outcomes: predicted.attributions.map(({ confidence }, index) => ({
        confidence,
        right: linked.has(index),
      })),
      errors: [...attributionErrors(article, predicted.attributions, matches), ...actorErrors(judged)].map(
        (error): ArticleError => ({ ...error, article }),
      ),
    };
  });
  const byOutlet = Map.groupBy(scores, ({ name }) => outletOf(name));
  const outcomes = scores.flatMap((score) => score.outcomes);
  const sure = outcomes.flatMap(({ confidence, right }) =>
    confidence === undefined ? [] : [{ confidence, right }],
  );
  const hasActors = sources.length > 0 && measured.some(({ predicted }) => predicted.actors);
  const recallOf = (form: Form): Tally =>
    sumTallies(scores.flatMap((score) => score.recallByForm[form] ?? []));
  const [direct, mixed, indirect] = forms;
  return {
    articles: measured.length,
    measures: sumMeasures(scores),
    recallByForm: {
      [direct]: recallOf(direct),
      [mixed]: recallOf(mixed),
      [indirect]: recallOf(indirect),
    },
    outlets: [...byOutlet]
      .flatMap(([name, ofOutlet]) =>
        name === null ? [] : [{ name, articles: ofOutlet.length, measures: sumMeasures(ofOutlet) }],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    calibration: sure.length === outcomes.length && sure.length > 0 ? calibration(sure) : null,
    actors: hasActors ? tallySources(scores.flatMap(({ judged }) => judged)) : null,
    resolver:
      resolverToo && sources.length > 0 ? tallySources(scores.flatMap(({ resolved }) => resolved)) : null,
    errors: scores.flatMap(({ errors }) => errors),
  };
}
