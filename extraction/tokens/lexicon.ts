/** A word list as its data file holds it: what it is, where it comes from, and one entry a line. */
export interface Lexicon {
  readonly about: string;
  readonly sources: readonly string[];
  readonly entries: readonly string[];
}

/** The entries of a lexicon for look-up by lower-cased word. */
export const wordSet = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(lexicon.entries.map((entry) => entry.toLowerCase()));
