/**
 * The pairs of quotation marks that are read, after the Unicode Standard, chapter 6.2 "Language-based usage of
 * quotation marks". Straight marks are their own partners and are told apart by what stands beside them.
 */
const partners: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["‟", "”"],
  ["«", "»"],
  ["‹", "›"],
  ["‘", "’"],
  ["‚", "‘’"],
  ["「", "」"],
  ["『", "』"],
  ['"', '"'],
  ["'", "'"],
]);

/** Guillemets are used the other way round in some countries (»so«). */
const reversed: ReadonlyMap<string, string> = new Map([
  ["»", "«"],
  ["›", "‹"],
]);

const closers = new Set([...[...partners.values()].join(""), ...reversed.values()]);

/** Every character that can open or close a quotation. */
export const isMark = (character: string): boolean =>
  partners.has(character) || reversed.has(character) || closers.has(character);

/** Whether a code unit can be one of them: no letter of ASCII can, so that few characters have to be looked up. */
export const mayBeMark = (code: number): boolean => code === 34 || code === 39 || code >= 0xab;

/** The characters that can close what `opener` opened; empty where it can open nothing. */
export const closersOf = (opener: string): string => partners.get(opener) ?? reversed.get(opener) ?? "";

/** Single marks, which may also be apostrophes. */
export const isSingle = (character: string): boolean =>
  character === "'" || character === "’" || character === "‘";
