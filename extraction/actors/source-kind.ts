import type { Actor } from "../extraction.ts";
import artefactList from "../lexicons/artefact-nouns.json" with { type: "json" };
import confidentialList from "../lexicons/confidential-nouns.json" with { type: "json" };
import organizationList from "../lexicons/organization-nouns.json" with { type: "json" };
import unnamedList from "../lexicons/unnamed-nouns.json" with { type: "json" };
import { isRoleNounWord } from "../roles/noun-complement.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isClitic, isConjunction, isPreposition, isTimeWord } from "../tokens/word-classes.ts";

const unnamedNouns = wordSet(unnamedList);
const organizationNouns = wordSet(organizationList);
const artefactNouns = wordSet(artefactList);
const confidentialNouns = wordSet(confidentialList);

/** Nouns and pronouns behind which "of" leads on to who is meant: "a number of experts", "most of the crew". */
const quantities = new Set(
  "all couple dozens handful hundreds lot majority many most none number plenty scores several some thousands".split(
    " ",
  ),
);

/** The part of a source that says who it is: up to the first comma, preposition, relative pronoun or clause. */
export function headOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token, at) => at > 0 && endsHead(tokens, token, at));
  const head = end < 0 ? tokens : tokens.slice(0, end);
  // The possessor is not the head: "Kazakhstan's president".
  const owner = head.findLastIndex((token) => isClitic(token));
  return owner >= 0 && owner < head.length - 1 ? head.slice(owner + 1) : head;
}

const endsHead = (tokens: readonly Token[], token: Token, at: number): boolean =>
  token.text === "," ||
  (isPreposition(token) &&
    !(isConjunction(token) && token.lower === "and") &&
    !(token.lower === "of" && quantities.has(tokens[at - 1]?.lower ?? ""))) ||
  ["who", "which"].includes(token.lower) ||
  subjects.has(token.lower) ||
  isReducedClause(tokens, at);

/** Pronouns that open a clause without "whom": "experts I spoke to". */
const subjects = new Set(["he", "i", "she", "they", "we", "you"]);

/** Whether a clause without "who" begins at `at`: "a union representing skippers", "officials briefed on it". */
export function isReducedClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (/[a-z]ing$/u.test(token.text) ||
      (/[a-z]ed$/u.test(token.text) && (isPreposition(tokens[at + 1]) || isTimeWord(tokens[at + 1])))) &&
    isSourceNoun(tokens[at - 1]?.lower ?? "")
  );
}

/** Whether a word is a noun for somebody or something that speaks, in the singular or plural. */
const isSourceNoun = (word: string): boolean =>
  [word, word.replace(/s$/u, "")].some(
    (noun) =>
      isRoleNounWord(noun) ||
      unnamedNouns.has(noun) ||
      organizationNouns.has(noun) ||
      artefactNouns.has(noun),
  );

/** The last noun of the head. */
export const headNoun = (head: readonly Token[]): string =>
  head.findLast((token) => token.kind === "word" && !isClitic(token))?.lower ?? "";

/** What kind of actor a source without a name is, by its head noun. */
export function typeOfDescription(noun: string, plural: boolean): Actor["type"] {
  if (confidentialNouns.has(noun)) return "unnamed";
  if (artefactNouns.has(noun) || organizationNouns.has(noun)) return "organization";
  if (plural || (unnamedNouns.has(noun) && noun.endsWith("s"))) return "group";
  return "unnamed";
}

/** Whether a noun stands for an organisation that the article may have named ("the company", "the union"). */
export const isOrganizationNoun = (noun: string): boolean => organizationNouns.has(noun);

/** Whether a noun stands for people whose names are withheld or who are many ("the official", "critics"). */
export const isUnnamedNoun = (noun: string): boolean => unnamedNouns.has(noun);

/** Whether a noun means something that people have written or made and that speaks ("study", "report"). */
export const isArtefactNoun = (noun: string): boolean => artefactNouns.has(noun);
