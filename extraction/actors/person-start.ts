import openerList from "../lexicons/name-openers.json" with { type: "json" };
import { isRoleNoun } from "../roles/noun-complement.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { isCapitalised, isConjunction, isPreposition } from "../tokens/word-classes.ts";
import { isBodyNoun, isBodyWord } from "./body-names.ts";
import { isFirstNameToken } from "./first-name.ts";
import { partyOf } from "./party.ts";

const openers = wordSet(openerList);

/**
 * Where a person's name begins in the capitalised tokens from `nameFirst` to `last` of a run that begins at `first`: at
 * a known first name behind what is no name ("Speaker of the House Ana Ruiz", "Comedian Ana Ruiz", "Bishop of Tarn Ana
 * Ruiz"); `nameFirst` where nothing shows that.
 */
export function personStart(
  tokens: readonly Token[],
  first: number,
  nameFirst: number,
  last: number,
): number {
  let crossed = false;
  for (let at = nameFirst; at < last; at++) {
    const token = tokens[at];
    if (!token) return nameFirst;
    // "Council on Harbours Director Ana Ruiz": behind a body's name only an office leads to a person.
    if (isPreposition(token) || isConjunction(token)) crossed = true;
    if (!isFirstNameToken(token) || !isCapitalised(token)) continue;
    const isPerson =
      at > nameFirst &&
      (crossed ? isOffice(tokens[at - 1]) : isNoName(tokens, first, nameFirst, at)) &&
      !namesBody(tokens, at, last);
    return isPerson ? at : nameFirst;
  }
  return nameFirst;
}

const isOffice = (token: Token | undefined): boolean => isRoleNoun(token) || openers.has(token?.lower ?? "");

/** Whether the tokens from `nameFirst` to before `at` are an office, an origin, a body or a kind of people. */
function isNoName(tokens: readonly Token[], first: number, nameFirst: number, at: number): boolean {
  const before = tokens[at - 1];
  const word = before?.lower ?? "";
  if (isOffice(before) || /-(?:born|based|backed|area)$/u.test(word)) return true;
  // "Democrats Ana Ruiz and Tom Falk"
  if (partyOf(word.replace(/s$/u, "")) !== null) return true;
  if (at === nameFirst + 1 && isBodyNoun(before)) return true;
  const isOfficeOf =
    (["of", "for"].includes(tokens[first - 1]?.lower ?? "") && isCapitalised(tokens[first - 2])) ||
    tokens.slice(first, nameFirst).some(({ lower }) => lower === "of");
  return isOfficeOf || (first === 0 && at === 1 && isKindOfPeople(word));
}

/** "Comedian", "Activist", "Democrats": a first word of a sentence that ends as nouns for people do. */
const isKindOfPeople = (word: string): boolean => /^.{3,}(?:[aeo]r|ian|ist|m[ae]n|ant|[^s]s)$/u.test(word);

const namesBody = (tokens: readonly Token[], at: number, last: number): boolean =>
  tokens.slice(at, last + 1).some((token) => isBodyWord(token));
