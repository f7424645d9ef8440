import type { Actor, Extraction } from "#extraction/extraction.ts";
import type { LocatedGold } from "../gold/locate-gold.ts";
import type { ArticleScore, Disagreement } from "./article-score.ts";
import { comparableName, isSameActor } from "./same-actor.ts";
import { tallyMatches } from "./tally.ts";

/**
 * Scores the list of actors (`actors`), one to one. The author, and names that the gold allows but does not ask
 * for, are left aside.
 */
export function scoreActors(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const allowed = new Set(gold.alsoNamed.map(comparableName));
  const expected = gold.actors.filter(({ type }) => type !== "author");
  const unmatched = new Set<Actor>(
    extraction.actors.filter(({ type, name }) => type !== "author" && !allowed.has(comparableName(name))),
  );
  const foundCount = unmatched.size;
  const missed: Disagreement[] = [];
  for (const goldActor of expected) {
    const match = [...unmatched].find((actor) => isSameActor(gold, goldActor, actor));
    if (match !== undefined) unmatched.delete(match);
    else missed.push({ kind: "missed actor", offset: placeOf(gold, goldActor.name), words: goldActor.name });
  }
  const spurious = [...unmatched].map(
    ({ name, mentions }): Disagreement => ({
      kind: "spurious actor",
      offset: mentions[0]?.[0] ?? 0,
      words: name,
    }),
  );
  return {
    measures: { actors: tallyMatches(expected.length - missed.length, foundCount, expected.length) },
    disagreements: [...missed, ...spurious],
  };
}

const placeOf = ({ text, attributions }: LocatedGold, name: string): number => {
  const named = text.indexOf(name);
  return named >= 0 ? named : (attributions.find(({ actor }) => actor === name)?.source[0]?.[0] ?? 0);
};
