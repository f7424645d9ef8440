import modifierList from "../lexicons/role-modifiers.json" with { type: "json" };
import { isRoleNoun } from "../roles/noun-complement.ts";
import { reportingVerbsOf } from "../roles/reporting-verbs.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isAdverb, isCapitalised, isClitic, isDeterminer, isPossessive } from "../tokens/word-classes.ts";
import type { NameRun } from "./name-run.ts";
import { partyOf } from "./party.ts";

const roleModifiers = wordSet(modifierList);

/** The longest role taken from an apposition, in tokens. */
const longestRole = 8;

/** The role before a name in lower case: "striker Tadeo Bilic", "the chief executive, Priya Sandoval". */
export function roleBefore(text: string, tokens: readonly Token[], run: NameRun): string | null {
  if (run.first === 0) return null;
  let last = run.first - 1;
  if (tokens[last]?.text === ",") last--;
  const noun = tokens[last];
  if (noun?.kind !== "word" || !isRoleNoun(noun)) return null;
  let first = last;
  while (first > 0 && isPartOfRole(tokens[first - 1])) first--;
  const from = tokens[first];
  return from ? text.slice(from.start, noun.end) : null;
}

/** The role behind a name between commas: "Ana Ruiz, the finance minister," or "Ana Ruiz, 54, a teacher". */
export function roleAfter(text: string, tokens: readonly Token[], run: NameRun): string | null {
  let at = run.last + 1;
  if (tokens[at]?.text !== ",") return null;
  at++;
  if (tokens[at]?.kind === "number" && tokens[at + 1]?.text === ",") at += 2;
  while (isDeterminer(tokens[at]) || isPossessive(tokens[at])) at++;
  const from = tokens[at];
  for (let last = at; from && last < Math.min(tokens.length, at + longestRole); last++) {
    const token = tokens[last];
    if (!token || token.kind === "punctuation") return null;
    // "With Ana Ruiz, Mayor Tom Falk": it is the next one's title.
    if (isRoleNoun(token) && (isClause(tokens[last + 1]) || isCapitalised(tokens[last + 1]))) return null;
    if (isRoleNoun(token)) return text.slice(from.start, token.end);
    if (!isPartOfRole(token)) return null;
  }
  return null;
}

/** "At a meeting in Tarn, the mayor also said", "the mayor's daughter": what follows shows that it is no role of the name before. */
const isClause = (next: Token | undefined): boolean =>
  isClitic(next) || isAdverb(next) || looksFinite(next) || reportingVerbsOf(next).some(({ bare }) => !bare);

/** Whether a token can stand in a role: a role noun, what qualifies one, a party. */
export const isPartOfRole = (token: Token | undefined): boolean =>
  !!token &&
  token.kind === "word" &&
  (isRoleNoun(token) || roleModifiers.has(token.lower) || partyOf(token.text) !== null) &&
  /^[\p{L}-]+$/u.test(token.text);
