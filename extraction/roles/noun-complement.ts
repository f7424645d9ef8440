import artefactList from "../lexicons/artefact-nouns.json" with { type: "json" };
import prepositionList from "../lexicons/complement-prepositions.json" with { type: "json" };
import organizationList from "../lexicons/organization-nouns.json" with { type: "json" };
import postmodifierList from "../lexicons/postmodifiers.json" with { type: "json" };
import roleList from "../lexicons/role-nouns.json" with { type: "json" };
import unnamedList from "../lexicons/unnamed-nouns.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isOf, wordClass } from "../tokens/word-class.ts";
import { isContentWord, isDeterminer, isPronoun } from "../tokens/word-classes.ts";

const roleNouns = wordSet(roleList);
const roleNounClass = wordClass(roleNouns);
const complementPrepositions = wordClass(wordSet(prepositionList));

/** Nouns that name a source and can have a complement, and the words that lead on to one. */
const takers = wordClass([
  ...roleNouns,
  ...wordSet(unnamedList),
  ...wordSet(organizationList),
  ...wordSet(artefactList),
  ...wordSet(postmodifierList),
]);

/** Whether a token is the head of a description of a person by role. */
export const isRoleNoun = (token: Token | undefined): boolean => isOf(token, roleNounClass);

/** As `isRoleNoun`, of a lower-cased word. */
export const isRoleNounWord = (lower: string): boolean => roleNouns.has(lower);

/** Whether a preposition after this token can lead to a complement that belongs to the source. */
export const takesComplement = (token: Token | undefined): boolean => isOf(token, takers);

/** Whether the preposition at `at` joins what follows to the noun before it ("minister for health"). */
export function joinsComplement(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const preposition = tokens[at];
  if (!before || preposition?.kind !== "word") return false;
  if (preposition.lower === "of") return isContentWord(before) || isPronoun(before) || isDeterminer(before);
  return isOf(preposition, complementPrepositions) && isContentWord(before) && takesComplement(before);
}
