import partyList from "../lexicons/party-words.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

const partyWords = wordSet(partyList);

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
  const letter = /^([DRIL])-/u.exec(words)?.[1]?.toLowerCase();
  const word =
    letter ??
    words
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.find((one) => partyWords.has(one));
  return word === undefined ? null : (written[word] ?? word);
}
