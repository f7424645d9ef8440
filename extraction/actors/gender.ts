import femaleList from "../lexicons/female-first-names.json" with { type: "json" };
import maleList from "../lexicons/male-first-names.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

/** Which third-person pronoun can point to somebody; `null` while the article has not told. */
export type Gender = "female" | "male" | null;

const female = wordSet(femaleList);
const male = wordSet(maleList);
const femaleTitles =
  /\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|Countess|Sister|Congresswoman|Chairwoman|Spokeswoman|Councilwoman|spokeswoman|chairwoman|actress|businesswoman|mother|daughter|wife|widow|sister|woman)\b/u;
const maleTitles =
  /\b(?:Mr|Sir|Lord|Baron|King|Prince|Count|Father|Brother|Sheikh|Sultan|Pope|Rabbi|Imam|Congressman|Chairman|Spokesman|Councilman|spokesman|chairman|businessman|father|son|husband|brother|man)\b/u;

/** Gender by title or description, else by first name, else unknown. */
export function genderOf(description: string | null, firstName: string | undefined): Gender {
  if (description && femaleTitles.test(description)) return "female";
  if (description && maleTitles.test(description)) return "male";
  const name = firstName?.toLowerCase() ?? "";
  if (female.has(name)) return "female";
  return male.has(name) ? "male" : null;
}

/** The gender that a pronoun asks for; `undefined` for a word that is no such pronoun. */
export function genderOfPronoun(lower: string): Gender | undefined {
  if (["she", "her", "hers", "herself"].includes(lower)) return "female";
  if (["he", "him", "his", "himself"].includes(lower)) return "male";
  return undefined;
}
