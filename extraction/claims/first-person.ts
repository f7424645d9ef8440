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

/**
 * Whether the speaker is the subject: "I" or "we" before the finite verb, or, in `reported` speech, a "he" or "she" that
 * it begins with ("said he would go"), which most often is the speaker.
 */
export function isOwnDoing(words: readonly ClaimWord[], finite: number, reported: boolean): boolean {
  const before = words.slice(0, Math.max(0, finite));
  const first = before[before[0]?.lower === "that" ? 1 : 0]?.lower;
  return (
    before.some(({ lower }) => lower === "i" || lower === "we") ||
    (reported && (first === "he" || first === "she"))
  );
}
