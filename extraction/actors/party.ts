import partyList from "../lexicons/party-words.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

/** The first word that is a party's; no part of a longer word is one. */
const partyWord = new RegExp(`(?<!\\p{L})(?:${[...wordSet(partyList)].join("|")})(?!\\p{L})`, "u");

/** Ways of writing one party; others are their own word. */
const written: Readonly<Record<string, string>> = {
  d: "democrat",
  democratic: "democrat",
  gop: "republican",
  i: "independent",
  l: "libertarian",
  labor: "labour",
  r: "republican",
  tory: "conservative",
};

/** The party that words name ("Democratic presidential nominee"), or a constituency ("D-Mo"); `null` for none. */
export function partyOf(words: string): string | null {
  const letter = words.charAt(1) === "-" ? /^[DRIL]/u.exec(words)?.[0] : undefined;
  const lower = words.toLowerCase();
  const word = letter === undefined ? partyWord.exec(lower)?.[0] : lower.charAt(0);
  return word === undefined ? null : (written[word] ?? word);
}
