import partyList from "../lexicons/party-words.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

const parties = wordSet(partyList);

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
  const word = letter === undefined ? partyWordIn(lower) : lower.charAt(0);
  return word === undefined ? null : (written[word] ?? word);
}

/** The first word that is a party's; only several words need to be taken apart. */
function partyWordIn(lower: string): string | undefined {
  if (isOneWord(lower)) return parties.has(lower) ? lower : undefined;
  return lower.match(/\p{L}+/gu)?.find((word) => parties.has(word));
}

/** Whether there is nothing but letters of ASCII. */
function isOneWord(lower: string): boolean {
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}
