import connectiveList from "../lexicons/clause-connectives.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentBefore } from "./content-before.ts";
import { contentFrom } from "./content-from.ts";
import type { Phrase } from "./phrase.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";

const clauseConnectives = wordSet(connectiveList);

/** "According to X, …", "…, according to X": the source follows, the content is the rest of the clause. */
export function accordingTo(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") return null;
  const source = phraseStartingAt(tokens, at + 2);
  if (!source) return null;
  const cue = { first: at, last: at + 1 };
  const content: Phrase[] = [];
  const boundary = tokens[at - 1];
  const leading = at === floor || boundary === undefined;
  if (!leading) {
    const before =
      boundary?.text === "," || boundary?.quotation
        ? contentBefore(tokens, at - 1, floor)
        : { first: skipConnective(tokens, floor), last: at - 1 };
    if (before && before.first <= before.last) content.push(before);
  }
  const comma = tokens[source.last]?.text === "," ? source.last : source.last + 1;
  if (tokens[comma]?.text === ",") {
    const after = contentFrom(tokens, comma + 1);
    const opensAnew = clauseConnectives.has(tokens[comma + 1]?.lower ?? "");
    if (after && (leading || !opensAnew)) content.push(after);
  }
  return content.length > 0 ? attributed(tokens, { source, cue, content, rule: "according-to" }) : null;
}

const skipConnective = (tokens: readonly Token[], at: number): number =>
  ["and", "but", "yet"].includes(tokens[at]?.lower ?? "") || tokens[at]?.text === "," ? at + 1 : at;
