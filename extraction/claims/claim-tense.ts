import type { Tense } from "../extraction.ts";
import type { ClaimWord } from "./claim-word.ts";
import type { MainVerb } from "./main-verb.ts";
import { marks } from "./word-marks.ts";

const future: ReadonlySet<string> = new Set(["will", "'ll", "wo", "won't", "shall", "would", "wouldn't"]);
const going: ReadonlySet<string> = new Set(["is", "are", "am", "'s", "'re", "'m"]);

/**
 * Whether a claim is about what was, is or will be, by the form of its verb as the article prints it: "would" of reported
 * speech and an infinitive ("to lift the tariff") are future, a present perfect is past, other modal verbs are present
 * unless "have" follows. `null` where there is no verb.
 */
export function claimTense(words: readonly ClaimWord[], { finite }: MainVerb): Tense | null {
  const verb = words[finite];
  if (!verb) return isInfinitive(words) ? "future" : null;
  if (future.has(verb.lower)) return isPerfect(words, finite) ? "past" : "future";
  if (verb.tag === "MD") return isPerfect(words, finite) ? "past" : "present";
  if (going.has(verb.lower) && isAhead(words, finite)) return "future";
  const { lower } = verb;
  if ((lower === "have" || lower === "has" || lower === "'ve") && hasParticiple(words, finite)) return "past";
  return verb.tag === "VBD" || (verb.tag === "VB" && (verb.marks & marks.irregularPast) !== 0)
    ? "past"
    : "present";
}

/** "Would have gone", but "would rather have the money". */
function isPerfect(words: readonly ClaimWord[], finite: number): boolean {
  const next = behindAdverbs(words, finite);
  if (words[next]?.lower !== "have") return false;
  const second = words[behindAdverbs(words, next)];
  return second !== undefined && isParticiple(second);
}

/** "Is to open", "are going to close", "is due to be replaced". */
function isAhead(words: readonly ClaimWord[], finite: number): boolean {
  const next = behindAdverbs(words, finite);
  const lower = words[next]?.lower ?? "";
  return (
    lower === "to" || (/^(?:going|due|set|expected|about)$/u.test(lower) && words[next + 1]?.lower === "to")
  );
}

function hasParticiple(words: readonly ClaimWord[], finite: number): boolean {
  for (let index = finite + 1; index < finite + 5; index++) {
    const word = words[index];
    if (word && isParticiple(word)) return true;
  }
  return false;
}

/** The first word behind one that is no adverb and no "not", by index; the number of words where there is none. */
function behindAdverbs(words: readonly ClaimWord[], at: number): number {
  let index = at + 1;
  while (words[index]?.tag === "RB" || words[index]?.lower === "n't") index++;
  return index;
}

const isParticiple = ({ tag, lower }: ClaimWord): boolean =>
  tag === "VBN" ||
  (tag === "VBD" && lower !== "had") ||
  lower === "been" ||
  (tag === null && /en$/u.test(lower));

/** "To lift the tariff", "the company to publish results"; not what an order or a noun brings ("send a man to look", "too large to fail"). */
const isInfinitive = (words: readonly ClaimWord[]): boolean =>
  words.find(({ text }) => /\p{L}/u.test(text))?.tag !== "VB" &&
  words.some(({ lower }, index) => {
    const next = words[index + 1];
    const before = words[index - 1];
    if (lower !== "to") return false;
    if (!before || before.lower === "not") return true;
    return next?.tag === "VB" && before.tag !== "JJ" && !/^an?$/u.test(words[0]?.lower ?? "");
  });
