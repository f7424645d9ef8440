import type { Token } from "../tokens/token.ts";
import { isCapitalised } from "../tokens/word-classes.ts";
import { isAcronym } from "./body-names.ts";

/** A name that an acronym in brackets defines: "Alliance for Safe Harbours (ASH)". */
export interface DefinedName {
  /** Index of its first and last token, the brackets left out. */
  readonly first: number;
  readonly last: number;
  /** The letters, in capitals. */
  readonly acronym: string;
}

/** The longest name that is looked for, in tokens. */
const longestName = 12;

/**
 * The names that acronyms in brackets define, in order: read backwards, the initials of the capitalised words before the
 * bracket are the letters, small words left out (after Schwartz and Hearst 2003).
 */
export function definedNames(tokens: readonly Token[]): readonly DefinedName[] {
  const found: DefinedName[] = [];
  for (let at = 2; at < tokens.length - 2; at++) {
    const token = tokens[at];
    if (token?.kind !== "punctuation" || token.text !== "(" || tokens[at + 2]?.text !== ")") continue;
    const acronym = (tokens[at + 1]?.text ?? "").replaceAll(".", "");
    const first = isAcronym(acronym) ? startOf(tokens, at, acronym) : null;
    if (first !== null) found.push({ first, last: at - 1, acronym });
  }
  return found;
}

/** Index of the token where the words before `end` begin whose initials are the letters; `null` where they are not. */
function startOf(tokens: readonly Token[], end: number, letters: string): number | null {
  let left = letters.length;
  for (let at = end - 1; at >= Math.max(0, end - longestName); at--) {
    const token = tokens[at];
    if (token?.kind !== "word") return null;
    if (!isCapitalised(token)) continue;
    const initials = token.text
      .split(/[-.]/u)
      .map((part) => part.charAt(0).toUpperCase())
      .join("");
    if (!letters.slice(0, left).endsWith(initials)) return null;
    left -= initials.length;
    if (left === 0) return at < end - 1 ? at : null;
  }
  return null;
}
