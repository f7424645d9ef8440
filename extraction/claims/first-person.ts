import type { Actor } from "../extraction.ts";
import type { ClaimWord } from "./claim-word.ts";

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
 * it begins with ("said he would go"), which most often is the speaker; of a body that speaks, "it" or "they".
 */
export function isOwnDoing(
  words: readonly ClaimWord[],
  finite: number,
  { reported, speaker }: { readonly reported: boolean; readonly speaker: Actor["type"] | null },
): boolean {
  const before = words.slice(0, Math.max(0, finite));
  if (before.some(({ lower }) => lower === "i" || lower === "we")) return true;
  if (!reported) return false;
  const first = before[before[0]?.lower === "that" ? 1 : 0]?.lower;
  const isOne = first === "he" || first === "she";
  const isBody = first === "it" || first === "they";
  if (speaker === null || speaker === "person" || speaker === "author") return isOne;
  return isBody || (isOne && speaker === "unnamed");
}
