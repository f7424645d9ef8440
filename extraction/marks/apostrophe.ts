import elisionList from "../lexicons/elisions.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

const elisions = wordSet(elisionList);

function isLetterOrDigit(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code >= 128) return /[\p{L}\p{M}\p{N}]/u.test(character);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/**
 * Whether the single mark at `at` is certainly an apostrophe: inside a word ("don’t"), before an elided word
 * ("’tis", "rock ’n’ roll") or a decade ("’90s"), or behind a number ("6'"). The plural possessive ("the workers’ hall") cannot
 * be told from a closing mark here; the scanner settles it by what follows.
 */
export function isApostrophe(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (isLetterOrDigit(before))
    return isLetterOrDigit(after) || /(?:^|[^\p{L}])['’]n$/u.test(text.slice(Math.max(0, at - 3), at));
  if (/\p{N}/u.test(after)) return /^\p{N}0s(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 5));
  const next = /^\p{L}{1,6}(?![\p{L}\p{M}])/u.exec(text.slice(at + 1, at + 8))?.[0];
  return next !== undefined && text.charAt(at) !== "‘" && elisions.has(next.toLowerCase());
}
