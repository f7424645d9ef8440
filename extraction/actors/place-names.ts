import cityList from "../lexicons/cities.json" with { type: "json" };
import countryList from "../lexicons/countries.json" with { type: "json" };
import seatList from "../lexicons/government-seats.json" with { type: "json" };
import regionList from "../lexicons/regions.json" with { type: "json" };
import abbreviationList from "../lexicons/state-abbreviations.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";

const places = new Set([
  ...wordSet(countryList),
  ...wordSet(seatList),
  ...wordSet(regionList),
  ...wordSet(cityList),
  "u.s",
  "u.s.",
]);

const states: ReadonlyMap<string, string> = new Map(
  abbreviationList.entries.map((entry) => {
    const [short = "", state = ""] = entry.toLowerCase().split("|");
    return [short, state];
  }),
);

/** Whether a lower-cased name is a country's, a region's, a city's or a seat of government by list. */
export const isPlaceName = (lower: string): boolean => places.has(lower);

/** The state that is written in short or in full ("Tenn.", "N.H.", "Iowa"), in small letters; `null` for none. */
export const stateOf = (written: string): string | null => {
  const lower = written.toLowerCase();
  return states.get(lower.replace(/[.\s]/gu, "")) ?? (isPlaceName(lower) ? lower : null);
};

const openers = wordClass([...places].map((place) => place.split(" ", 1).join("")));

/** The longest name of a place that is looked for, in words. */
const mostWords = 3;

/** The place whose name begins at token `at`, in small letters: "New Hampshire"; `null` for none. */
export function placeAt(tokens: readonly Token[], at: number): string | null {
  if (!isOf(tokens[at], openers)) return null;
  for (let words = mostWords; words > 0; words--) {
    const name = tokens
      .slice(at, at + words)
      .map(({ lower }) => lower)
      .join(" ");
    if (isPlaceName(name)) return name;
  }
  return null;
}
