/**
 * What the training texts know of single words: an open hash table from the hash of a form to the tag that it always
 * has, or else to the class of words that have the same few tags.
 */
export interface Lexicon {
  /** Hashes of forms, 0 for an empty slot. */
  readonly forms: Int32Array;
  /** Below 64 the only tag of the form, from 64 on the number of its class. */
  readonly entries: Uint16Array;
}

/** Entries from here on are classes of ambiguous words. */
export const firstAmbiguous = 64;

/** The entry of a form, -1 where it is unknown. */
export function lookUp(lexicon: Lexicon, form: number): number {
  const { forms, entries } = lexicon;
  const mask = forms.length - 1;
  let slot = form & mask;
  let found = forms[slot] as number;
  while (found !== 0 && found !== form) {
    slot = (slot + 1) & mask;
    found = forms[slot] as number;
  }
  return found === 0 ? -1 : (entries[slot] as number);
}
