import followerList from "../lexicons/naming-followers.json" with { type: "json" };
import unnamedList from "../lexicons/unnamed-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic } from "../tokens/word-classes.ts";
import { isFirstName } from "./first-name.ts";
import type { NameRun } from "./name-run.ts";
import { isPlaceName } from "./place-names.ts";

const unnamedNouns = wordSet(unnamedList);
const namingFollowers = wordSet(followerList);

/** At the head of a sentence a single capitalised word is a name only if something else shows it. */
export function isSingleName(run: NameRun, tokens: readonly Token[]): boolean {
  const word = tokens[run.first]?.lower ?? "";
  const next = tokens[run.last + 1];
  return (
    (!run.opensSentence && !unnamedNouns.has(word)) ||
    run.title !== null ||
    isClitic(next) ||
    isPlaceName(word) ||
    isFirstName(word) ||
    (!!next && !unnamedNouns.has(word) && (next.text === "," || namingFollowers.has(next.lower)))
  );
}
