import nounList from "../lexicons/reporting-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isCapitalised, isClitic, isContentWord, isPossessive } from "../tokens/word-classes.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentFrom } from "./content-from.ts";
import { longestPhrase } from "./phrase.ts";
import { possessor } from "./possessor.ts";
import { reportingVerbs } from "./reporting-verbs.ts";

/** The words that `nounCue` can find something at. */
export const reportingNouns = wordSet(nounList);

/** "her warning that …", "Ferrin's promise to …": the possessor is the source, the noun the cue. */
export function nounCue(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  const token = tokens[at];
  if (token?.kind !== "word" || !reportingNouns.has(token.lower)) return null;
  const opening = tokens[at + 1];
  if (!opening || !(opening.lower === "that" || opening.lower === "to" || opening.quotation)) return null;
  const lowest = Math.max(floor, at - longestPhrase);
  let first = at;
  while (first - 1 >= lowest && isContentWord(tokens[first - 1]) && !isCapitalised(tokens[first - 1]))
    first--;
  const owner = tokens[first - 1];
  const source = isPossessive(owner)
    ? { first: first - 1, last: first - 1 }
    : isClitic(owner)
      ? possessor(tokens, first - 1, floor)
      : null;
  if (!source) return null;
  const content = contentFrom(tokens, at + 1);
  const act = reportingVerbs(token.lower)[0]?.act;
  return (
    content &&
    attributed(tokens, {
      source,
      cue: { first, last: at },
      content: [content],
      rule: "noun-cue",
      ...(act && { act }),
    })
  );
}
