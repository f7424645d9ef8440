import suffixList from "../lexicons/name-suffixes.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";

const suffixes = wordSet(suffixList);

/** A word of a name as it is looked up: lower-cased, with straight apostrophes, without the full stop of an initial. */
export function bareWord(word: string): string {
  const lower = word.toLowerCase();
  const straight = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
  return straight.endsWith(".") ? straight.slice(0, -1) : straight;
}

/** Whether the word stands behind a surname: "Jr." */
export const isSuffix = (word: string): boolean => suffixes.has(word.toLowerCase());

/** The surname of a person's name, as it is looked up. */
export const surnameOf = (words: readonly string[]): string =>
  bareWord((words.length > 2 ? words.findLast((word) => !isSuffix(word)) : words.at(-1)) ?? "");

/**
 * The fullest form of each name of two words or more that an article gives: "Ana Ruiz" and "Ana M. Ruiz" are one. Names
 * whose middle words contradict each other ("Ana M. Ruiz", "Ana T. Ruiz") stay apart.
 */
export class FullestNames {
  readonly #byEnds = new Map<string, (readonly string[])[]>();

  /** Notes a name; all must be noted before the first is asked for. */
  note(words: readonly string[]): void {
    const key = endsOf(words);
    const known = this.#byEnds.get(key);
    if (!known) this.#byEnds.set(key, [words]);
    else if (known.length < 8 && !known.some((one) => one.join(" ") === words.join(" "))) known.push(words);
  }

  /** The longest form that has all words of this one, if no other contradicts it; else the words themselves. */
  of(words: readonly string[]): readonly string[] {
    const forms = this.#byEnds.get(endsOf(words)) ?? [];
    const [only] = forms;
    // Nobody is there to contradict.
    if (only && forms.length === 1) return only.length > words.length ? only : words;
    const longest = forms.reduce((best, one) => (one.length > best.length ? one : best), words);
    return forms.every((one) => isShortened(middleOf(one), middleOf(longest))) ? longest : words;
  }
}

function endsOf(words: readonly string[]): string {
  let ends = `${bareWord(words[0] ?? "")} ${surnameOf(words)} `;
  for (const word of words) if (isSuffix(word)) ends += `${bareWord(word)} `;
  return ends;
}

const middleOf = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !isSuffix(word)).slice(1, -1);

/** Whether the middle names are left out, or each is the other's or its initial. */
const isShortened = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 0 ||
  (short.length === long.length &&
    short.every((word, at) => {
      const [a, b] = [bareWord(word), bareWord(long[at] ?? "")];
      return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
    }));
