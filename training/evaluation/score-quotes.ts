import type { Extraction } from "#extraction/extraction.ts";
import { overlaps } from "#extraction/span.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";
import { quotedStretches } from "../gold/quoted-stretches.ts";
import type { ArticleScore, Disagreement } from "./article-score.ts";
import { matchOneToOne } from "./match-one-to-one.ts";
import { isRightActor, nameOfActor } from "./same-actor.ts";
import { tallyMatches } from "./tally.ts";
import { gridTokens, tokensOf } from "./token-grid.ts";

/**
 * Scores the quotes of an article, one for each pair of marks; those of repeated attributions are left aside.
 *
 * - `quotes`: found, one to one by overlap; `quotes attributed`: and given to the right actor;
 * - `marks left alone`: stretches in marks that are nobody's quotation and that no quote touches (recall only).
 */
export function scoreQuotes(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const tokens = gridTokens(gold.text);
  const repeated = new Set(
    extraction.attributions.filter(({ repeats }) => repeats !== null).map(({ id }) => id),
  );
  const expected = quotedStretches(gold);
  const found = extraction.quotes.filter(({ attribution }) => !repeated.has(attribution));
  const pairs = matchOneToOne(
    expected.map(({ span }) => tokensOf(tokens, [span])),
    found.map(({ span }) => tokensOf(tokens, [span])),
  );

  const disagreements: Disagreement[] = [];
  let attributed = 0;
  for (const pair of pairs) {
    const [want, got] = [expected[pair.gold], found[pair.predicted]];
    if (want && got && isRightActor(gold, want.actor, extraction, got.actor)) attributed++;
  }
  const matchedGold = new Set(pairs.map((pair) => pair.gold));
  for (const [index, { span, actor }] of expected.entries()) {
    if (matchedGold.has(index)) continue;
    const detail = `of ${actor ?? "nobody"}`;
    disagreements.push({ kind: "missed quote", offset: span[0], words: gold.text.slice(...span), detail });
  }
  const touching = gold.notAttributed.filter((marks) => found.some(({ span }) => overlaps(span, marks)));
  const matchedFound = new Set(pairs.map((pair) => pair.predicted));
  for (const [index, { span, text, actor }] of found.entries()) {
    if (matchedFound.has(index)) continue;
    const kind = touching.some((marks) => overlaps(span, marks)) ? "quote of nobody" : "spurious quote";
    const detail = `given to ${nameOfActor(extraction, actor)}`;
    disagreements.push({ kind, offset: span[0], words: text, detail });
  }
  return {
    measures: {
      quotes: tallyMatches(pairs.length, found.length, expected.length),
      "quotes attributed": tallyMatches(attributed, found.length, expected.length),
      "marks left alone": {
        right: gold.notAttributed.length - touching.length,
        wrong: 0,
        missed: touching.length,
      },
    },
    disagreements,
  };
}
