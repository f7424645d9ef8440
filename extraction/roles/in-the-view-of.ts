import viewList from "../lexicons/view-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isPossessive } from "../tokens/word-classes.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentFrom } from "./content-from.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";
import { possessor } from "./possessor.ts";

const viewNouns = wordSet(viewList);

/** How many words behind "in" the noun is looked for. */
const nounReach = 5;

/** "In the view of the party, …", "In her words, “…”": an opinion or wording with its owner, before what it is. */
export function inTheViewOf(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  if (tokens[at]?.lower !== "in" || at !== floor) return null;
  const owned = isPossessive(tokens[at + 1]);
  let noun = at + 1;
  while (!viewNouns.has(tokens[noun]?.lower ?? "")) if (noun++ === at + nounReach) return null;
  const source = owned
    ? { first: at + 1, last: at + 1 }
    : tokens[noun + 1]?.lower === "of"
      ? phraseStartingAt(tokens, noun + 2, false)
      : isClitic(tokens[noun - 1])
        ? possessor(tokens, noun - 1, at + 1)
        : null;
  if (!source) return null;
  const end = Math.max(source.last, noun);
  const content =
    tokens[end + 1]?.text === "," || tokens[end + 1]?.quotation
      ? contentFrom(tokens, tokens[end + 1]?.quotation ? end + 1 : end + 2)
      : null;
  const cue = source.last > noun ? { first: at, last: noun + 1 } : { first: noun, last: noun };
  return content && attributed(tokens, { source, cue, content: [content], rule: "noun-cue", act: "believe" });
}
