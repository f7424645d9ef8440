import verbList from "../lexicons/impersonal-verbs.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isAdverb } from "../tokens/word-classes.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentFrom } from "./content-from.ts";
import { longestPhrase, type Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";
import { passTail } from "./tail.ts";

const impersonalVerbs = wordSet(verbList);
const rumours = ["rumor", "rumour"];

/** The words that `impersonal` can find something at. */
export const impersonalSignals: readonly string[] = [...impersonalVerbs, ...rumours];

/** The auxiliaries of a passive in any tense: a closed class of the grammar, complete. */
const helpers = new Set(["is", "are", "was", "were", "been", "being", "has", "have", "had"]);

/** "It was rumoured that …", "rumour has it that …", "X is said to …": a cue without a source. */
export const impersonal = (tokens: readonly Token[], at: number): Attributed | null =>
  rumourHasIt(tokens, at) ?? itIsSaid(tokens, at) ?? saidToBe(tokens, at);

/** What all of them have in common: nobody is named, and nobody vouches for it. */
const unsourced = (tokens: readonly Token[], cue: Phrase, content: readonly Phrase[]): Attributed =>
  attributed(tokens, { source: null, cue, content, rule: "impersonal", act: "believe" });

function rumourHasIt(tokens: readonly Token[], at: number): Attributed | null {
  if (!rumours.includes(tokens[at]?.lower ?? "")) return null;
  if (tokens[at + 2]?.lower !== "it" || tokens[at + 3]?.lower !== "that") return null;
  const content = contentFrom(tokens, at + 3);
  return content && unsourced(tokens, { first: at, last: at + 2 }, [content]);
}

function itIsSaid(tokens: readonly Token[], at: number): Attributed | null {
  if (!impersonalVerbs.has(tokens[at]?.lower ?? "")) return null;
  const helped = firstOfHelpers(tokens, at);
  const first = helped - 1;
  if (helped === at || tokens[first]?.lower !== "it") return null;
  const { next } = passTail(tokens, at + 1, false);
  if (tokens[next]?.lower !== "that") return null;
  const content = contentFrom(tokens, next);
  return content && unsourced(tokens, { first, last: at }, [content]);
}

/** The subject and the infinitive together are what is said. */
function saidToBe(tokens: readonly Token[], at: number): Attributed | null {
  if (!impersonalVerbs.has(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "to") return null;
  if (!["is", "are", "was", "were", "been"].includes(tokens[at - 1]?.lower ?? "")) return null;
  const first = firstOfHelpers(tokens, at);
  const subject = phraseEndingAt(tokens, first - 1, 0);
  const rest = contentFrom(tokens, at + 1);
  return subject && rest && unsourced(tokens, { first, last: at }, [subject, rest]);
}

/** Where the auxiliaries and adverbs before a past participle begin. */
function firstOfHelpers(tokens: readonly Token[], at: number): number {
  const lowest = Math.max(0, at - longestPhrase);
  let first = at;
  while (first > lowest && (isAdverb(tokens[first - 1]) || helpers.has(tokens[first - 1]?.lower ?? "")))
    first--;
  return first;
}
