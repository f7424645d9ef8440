import type { Entity } from "../actors/entity.ts";
import type { ClaimClause } from "./claim-act.ts";
import type { ClaimWord } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** Whether a word speaks of the speaker. */
export const isFirstPerson = (word: ClaimWord): boolean =>
  (word.marks & marks.speaker) !== 0 && word.text !== "US";

/** Offices whose holders say "we" of a firm, a town or a government. */
const office =
  /(?:chair|chief|commissioner|coordinator|director|executive|governor|head|leader|manager|mayor|minister|officer|president|principal|secretary|sheriff|spokes|superintendent)/iu;

/** Whether an actor speaks for a body: it is one, or a person with an office in one. */
export const speaksForBody = (actor: Pick<Entity, "type" | "roles"> | null): boolean =>
  actor !== null &&
  (actor.type === "person" ? actor.roles.some((role) => office.test(role)) : actor.type !== "author");

/**
 * Whether the speaker is the subject: "I" or "we" before the finite verb, or, in `reported` speech, a "he" or "she" that
 * it begins with ("said he would go"), which most often is the speaker; of a body that speaks, "it" or "they".
 */
export function isOwnDoing({ words, marks: known, verb, reported, speaker }: ClaimClause): boolean {
  if ((known & marks.speaker) !== 0)
    for (let index = 0; index < verb.finite; index++) {
      const lower = words[index]?.lower;
      if (lower === "i" || lower === "we") return true;
    }
  if (!reported) return false;
  const opening = words[0]?.lower === "that" ? 1 : 0;
  const first = opening < verb.finite ? words[opening]?.lower : undefined;
  const isOne = first === "he" || first === "she";
  const isBody = first === "it" || first === "they";
  if (speaker === null || speaker === "person" || speaker === "author") return isOne;
  return isBody || (isOne && speaker === "unnamed");
}
