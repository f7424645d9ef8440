import venueList from "../lexicons/hearing-venues.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { type Attributed, attributed } from "./attributed.ts";
import { contentBefore } from "./content-before.ts";

const venues = wordSet(venueList);

/** The words that `courtTold` can find something at. */
export const hearingVerbs: readonly string[] = ["told", "hears", "heard"];

/**
 * "Treasurer emptied fund, court told": the headline's way to say where words were heard and not whose they are. The
 * venue is no source, so there is none.
 */
export function courtTold(tokens: readonly Token[], at: number, floor: number): Attributed | null {
  if (!hearingVerbs.includes(tokens[at]?.lower ?? "") || !venues.has(tokens[at - 1]?.lower ?? ""))
    return null;
  if (at !== tokens.length - 1 || (tokens[at - 2]?.text !== "," && !tokens[at - 2]?.quotation)) return null;
  const content = contentBefore(tokens, at - 2, floor);
  return (
    content &&
    attributed(tokens, { source: null, cue: { first: at, last: at }, content: [content], rule: "impersonal" })
  );
}
