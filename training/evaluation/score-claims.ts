import type { Extraction } from "#extraction/extraction.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";
import { type ArticleScore, type Disagreement, wordsOf } from "./article-score.ts";
import { matchOneToOne } from "./match-one-to-one.ts";
import { tallyMatches } from "./tally.ts";
import { gridTokens, tokensOf } from "./token-grid.ts";

/** Scores the author's own claims (`claims`): one to one by overlap, each statement of the article once. */
export function scoreClaims(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const tokens = gridTokens(gold.text);
  const found = extraction.claims.filter((claim) => claim.attribution === null && claim.repeats === null);
  const pairs = matchOneToOne(
    gold.claims.map((span) => tokensOf(tokens, [span])),
    found.map(({ content }) => tokensOf(tokens, content)),
  );
  const matchedGold = new Set(pairs.map((pair) => pair.gold));
  const matchedFound = new Set(pairs.map((pair) => pair.predicted));
  const missed = gold.claims
    .filter((_, index) => !matchedGold.has(index))
    .map(
      (span): Disagreement => ({
        kind: "missed claim",
        offset: span[0],
        words: gold.text.slice(...span),
      }),
    );
  const spurious = found
    .filter((_, index) => !matchedFound.has(index))
    .map(
      ({ content }): Disagreement => ({
        kind: "spurious claim",
        offset: content[0]?.[0] ?? 0,
        words: wordsOf(gold.text, content),
      }),
    );
  return {
    measures: { claims: tallyMatches(pairs.length, found.length, gold.claims.length) },
    disagreements: [...missed, ...spurious],
  };
}
