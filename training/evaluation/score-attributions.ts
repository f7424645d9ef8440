import type { Attribution, Extraction } from "#extraction/extraction.ts";
import type { LocatedAttribution, LocatedGold } from "../gold/locate-gold.ts";
import { type ArticleScore, type Disagreement, wordsOf } from "./article-score.ts";
import { matchAttributions, type RoleSpans, roles, roleTokens, sourcesMeet } from "./match-attributions.ts";
import { matchOneToOne } from "./match-one-to-one.ts";
import { isRightActor, nameOfActor } from "./same-actor.ts";
import { type Tally, tallyMatches, tallySets } from "./tally.ts";
import { type GridToken, gridFragments, gridTokens, tokensOf } from "./token-grid.ts";

/**
 * Scores the attributions of an article. What the article prints twice counts once.
 *
 * - `attributions`: contents overlap, one to one; `linked`: the sources meet too; `attributed`: the actor is right
 *   too;
 * - `actor`, `form`: of the matched ones, how many have the right actor, form (so P = R);
 * - `exact ROLE`: spans equal on the token grid, fragments cut at line ends;
 * - `repeats`: attributions marked as a repetition.
 */
export function scoreAttributions(gold: LocatedGold, extraction: Extraction): ArticleScore {
  const tokens = gridTokens(gold.text);
  const expected = gold.attributions.filter((attribution) => !attribution.repeats);
  const found = extraction.attributions.filter((attribution) => attribution.repeats === null);
  const expectedTokens = expected.map((attribution) => roleTokens(tokens, attribution));
  const foundTokens = found.map((attribution) => roleTokens(tokens, attribution));

  let linked = 0;
  let actorRight = 0;
  let formRight = 0;
  const disagreements: Disagreement[] = [];
  const pairs = matchAttributions(expectedTokens, foundTokens);
  for (const pair of pairs) {
    const [want, got] = [expected[pair.gold], found[pair.predicted]];
    const [wantTokens, gotTokens] = [expectedTokens[pair.gold], foundTokens[pair.predicted]];
    if (!want || !got || !wantTokens || !gotTokens) continue;
    if (sourcesMeet(wantTokens.source, gotTokens.source)) linked++;
    if (want.form === got.form) formRight++;
    if (isRightActor(gold, want.actor, extraction, got.actor)) actorRight++;
    else {
      const detail = `${want.actor ?? "nobody"}, not ${nameOfActor(extraction, got.actor)}`;
      disagreements.push({ ...describe("wrong actor", gold.text, want), detail });
    }
  }
  const matchedGold = new Set(pairs.map((pair) => pair.gold));
  const matchedFound = new Set(pairs.map((pair) => pair.predicted));
  for (const [index, want] of expected.entries()) {
    if (!matchedGold.has(index)) disagreements.push(describe("missed attribution", gold.text, want));
  }
  for (const [index, got] of found.entries()) {
    if (!matchedFound.has(index)) disagreements.push(describe("spurious attribution", gold.text, got));
  }

  const ofMatched = (right: number): Tally => tallyMatches(right, pairs.length, pairs.length);
  const ofAll = (right: number): Tally => tallyMatches(right, found.length, expected.length);
  return {
    measures: {
      attributions: ofAll(pairs.length),
      linked: ofAll(linked),
      attributed: ofAll(actorRight),
      actor: ofMatched(actorRight),
      form: ofMatched(formRight),
      ...exactMeasures(tokens, expected, found),
      repeats: tallyRepeats(tokens, gold.attributions, extraction.attributions),
    },
    disagreements,
  };
}

function exactMeasures(
  tokens: readonly GridToken[],
  expected: readonly RoleSpans[],
  found: readonly RoleSpans[],
): Record<string, Tally> {
  const measures: Record<string, Tally> = {};
  for (const role of roles) {
    const fragments = (attributions: readonly RoleSpans[]) =>
      new Set(attributions.flatMap((attribution) => [...gridFragments(tokens, attribution[role])]));
    measures[`exact ${role}`] = tallySets(fragments(expected), fragments(found));
  }
  return measures;
}

function tallyRepeats(
  tokens: readonly GridToken[],
  gold: readonly LocatedAttribution[],
  found: readonly Attribution[],
): Tally {
  const expected = gold.filter(({ repeats }) => repeats).map(({ content }) => tokensOf(tokens, content));
  const marked = found
    .filter(({ repeats }) => repeats !== null)
    .map(({ content }) => tokensOf(tokens, content));
  return tallyMatches(matchOneToOne(expected, marked).length, marked.length, expected.length);
}

function describe(
  kind: Disagreement["kind"],
  text: string,
  { source, cue, content }: RoleSpans,
): Disagreement {
  const words = `[${wordsOf(text, source)} | ${wordsOf(text, cue)}] ${wordsOf(text, content)}`;
  return { kind, offset: content[0]?.[0] ?? 0, words };
}
