import type { Rejection } from "../rejection.ts";

/** Files of this size and above are rejected: 20 MB, in bytes. An article has a few thousand. */
export const maximumBytes = 20_000_000;

/** The refusal of a file of so many bytes, or `null` where it is small enough to be read. */
export function refusalOfSize(bytes: number): Rejection | null {
  if (bytes < maximumBytes) return null;
  const size = Math.floor(bytes / 100_000) / 10;
  return {
    code: "too-large",
    message: `has ${size} MB; files of 20 MB and more are not read: split it into articles`,
  };
}

/**
 * Longer texts are rejected: a million UTF-16 code units, some 170,000 words. An article has a few thousand, a book this many. What
 * is accepted is tagged and written within the time and memory of the deployed function, whatever stands in it.
 */
export const maximumCharacters = 1_000_000;

/** The refusal of a text of so many UTF-16 code units, or `null` where it is short enough to be tagged. */
export function refusalOfLength(characters: number): Rejection | null {
  if (characters <= maximumCharacters) return null;
  const size = Math.ceil(characters / 100_000) / 10;
  return {
    code: "too-large",
    message: `has ${size} million characters of text; more than one million are not read: split it into articles`,
  };
}
