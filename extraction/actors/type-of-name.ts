import type { Actor } from "../extraction.ts";
import demonymList from "../lexicons/demonyms.json" with { type: "json" };
import placeWordList from "../lexicons/place-name-words.json" with { type: "json" };
import thingWordList from "../lexicons/thing-name-words.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import { namesOrganization } from "./body-names.ts";
import { isFirstName } from "./first-name.ts";
import { bareWord } from "./fullest-name.ts";
import type { NameRun } from "./name-run.ts";
import { isPlaceName } from "./place-names.ts";

const demonyms = wordSet(demonymList);
const placeWords = wordSet(placeWordList);
const thingWords = wordSet(thingWordList);

/** What a name means by its form alone; `lower` is the name in small letters. */
export function typeOfName(
  { words, acronym }: Pick<NameRun, "words" | "acronym">,
  lower: string,
): Actor["type"] {
  if (isPlaceName(lower) || endsIn(placeWords, words)) return "place";
  if (acronym !== null || namesOrganization(words)) return "organization";
  return "person";
}

/** Whether a name means nobody by its form: a law, an event ("the Harbour Act"), or an adjective of origin ("Karsian"). */
export const isThingName = (words: readonly string[]): boolean =>
  (words.length > 1 && thingWords.has(words.at(-1)?.toLowerCase() ?? "")) ||
  (words.length < 3 && demonyms.has(words.join(" ").toLowerCase()));

/** Whether a name ends in such a word and does not begin with somebody's first name. */
const endsIn = (list: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.length > 1 &&
  list.has(words.at(-1)?.toLowerCase() ?? "") &&
  !isFirstName(words[0]?.toLowerCase() ?? "");

/**
 * Ordinary words in capitals: the article writes most of them small elsewhere (`ordinary`, lower-cased), or shouts some of
 * them and not others.
 */
export function isWording(name: string, ordinary: Pick<ReadonlySet<string>, "has">): boolean {
  const words = name.split(" ");
  const shouted = words.filter((word) => /^\p{Lu}{4,}$/u.test(word)).length;
  return (
    (shouted > 0 && shouted < words.length) ||
    words.length > 4 ||
    (words.length > 1 && words.filter((word) => ordinary.has(bareWord(word))).length * 2 > words.length)
  );
}
