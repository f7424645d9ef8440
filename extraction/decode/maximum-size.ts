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
