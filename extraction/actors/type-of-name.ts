import type { Actor } from "../extraction.ts";
import countryList from "../lexicons/countries.json" with { type: "json" };
import seatList from "../lexicons/government-seats.json" with { type: "json" };
import regionList from "../lexicons/regions.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import { type NameRun, namesOrganization } from "./name-run.ts";

const places = new Set([
  ...wordSet(countryList),
  ...wordSet(seatList),
  ...wordSet(regionList),
  "u.s",
  "u.s.",
]);

/** Whether a lower-cased name is a country's, a region's or a seat of government by list. */
export const isPlaceName = (lower: string): boolean => places.has(lower);

/** What a name means by its form alone; `lower` is the name in small letters. */
export function typeOfName({ words }: Pick<NameRun, "words">, lower: string): Actor["type"] {
  if (isPlaceName(lower)) return "place";
  if (namesOrganization(words)) return "organization";
  return "person";
}
