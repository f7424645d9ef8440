import monthList from "../lexicons/months-and-days.json" with { type: "json" };
import partyList from "../lexicons/party-words.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import titleList from "../lexicons/titles.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

/** Months and days, which have a capital and name nobody. */
export const months = wordSet(monthList);

/** Words for members of parties. */
export const parties = wordSet(partyList);

/** Titles. A role in capitals before a name is one too ("Statistician Jonas Weil" at the head of a sentence). */
export const titles = new Set([...wordSet(titleList), ...wordSet(roleList), ...wordSet(partyList)]);
