/** The shortest word that is taken for another one misspelt, in code units. */
const shortest = 5;

/**
 * The surname that a word is but for one letter left out, added, wrong or swapped with its neighbour, first and last letter
 * aside ("Ferowby" for Ferrowby); `null` where none is, or several are. All are in small letters.
 */
export function misspeltSurname(word: string, surnames: Iterable<string>): string | null {
  if (word.length < shortest) return null;
  let found: string | null = null;
  for (const surname of surnames) {
    if (surname.length < shortest || !isNear(word, surname)) continue;
    if (found !== null) return null;
    found = surname;
  }
  return found;
}

function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 0;
  while (a.at(-1 - end) === b.at(-1 - end) && end < Math.min(a.length, b.length) - start) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
