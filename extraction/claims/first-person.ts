import type { ClaimWord } from "./claim-words.ts";

const first: ReadonlySet<string> = new Set([
  "i",
  "we",
  "me",
  "us",
  "my",
  "our",
  "mine",
  "ours",
  "myself",
  "ourselves",
]);

/** Whether a word speaks of the speaker. */
export const isFirstPerson = ({ lower, text }: ClaimWord): boolean => first.has(lower) && text !== "US";

/** Whether the words before the finite verb begin with a speaker's "I" or "we": the speaker is the subject. */
export const isOwnDoing = (words: readonly ClaimWord[], finite: number): boolean =>
  words.slice(0, Math.max(0, finite)).some(({ lower }) => lower === "i" || lower === "we");
