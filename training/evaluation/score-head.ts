import type { Extraction } from "#extraction/extraction.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";
import type { ArticleScore, Disagreement } from "./article-score.ts";
import { comparableName } from "./same-actor.ts";
import { tallyMatches } from "./tally.ts";

/** Scores what an article says of itself (`head`): title, authors and date, one count each. */
export function scoreHead(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const listed = (names: readonly string[]): string => names.map(comparableName).join("; ");
  const parts = [
    { part: "title", want: gold.title, got: extraction.title },
    { part: "authors", want: listed(gold.authors), got: listed(extraction.byline) },
    { part: "date", want: gold.published, got: extraction.published },
  ];
  const wrong = parts.filter(({ want, got }) => want !== got);
  return {
    measures: { head: tallyMatches(parts.length - wrong.length, parts.length, parts.length) },
    disagreements: wrong.map(
      ({ part, want, got }): Disagreement => ({
        kind: "wrong head",
        offset: 0,
        words: part,
        detail: `${want || "none"}, not ${got || "none"}`,
      }),
    ),
  };
}
