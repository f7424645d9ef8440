import femaleDescriptionList from "../lexicons/female-descriptions.json" with { type: "json" };
import femaleList from "../lexicons/female-first-names.json" with { type: "json" };
import maleDescriptionList from "../lexicons/male-descriptions.json" with { type: "json" };
import maleList from "../lexicons/male-first-names.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

/** Which third-person pronoun can point to somebody; `null` while the article has not told. */
export type Gender = "female" | "male" | null;

const female = wordSet(femaleList);
const male = wordSet(maleList);
const femaleDescriptions: ReadonlySet<string> = new Set(femaleDescriptionList.entries);
const maleDescriptions: ReadonlySet<string> = new Set(maleDescriptionList.entries);

/** Gender by title or description, else by first name, else unknown. */
export function genderOf(description: string | null, firstName: string | undefined): Gender {
  const words = description ? (description.match(/[\p{L}\p{N}_]+/gu) ?? []) : [];
  if (words.some((word) => femaleDescriptions.has(word))) return "female";
  if (words.some((word) => maleDescriptions.has(word))) return "male";
  const name = firstName?.toLowerCase() ?? "";
  if (female.has(name)) return "female";
  return male.has(name) ? "male" : null;
}

/** The gender that a pronoun asks for; `undefined` for a word that is no such pronoun. */
export const genderOfPronoun = (lower: string): Gender | undefined => genders.get(lower);

const genders: ReadonlyMap<string, Gender> = new Map([
  ...["she", "her", "hers", "herself"].map((word) => [word, "female"] as const),
  ...["he", "him", "his", "himself"].map((word) => [word, "male"] as const),
]);
