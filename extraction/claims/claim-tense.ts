import type { Tense } from "../extraction.ts";
import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-word.ts";
import type { MainVerb } from "./main-verb.ts";

const irregularPasts = wordSet(irregularList);
const future: ReadonlySet<string> = new Set(["will", "'ll", "wo", "won't", "shall", "would", "wouldn't"]);
const going = /^(?:is|are|am|'s|'re|'m)$/u;

/**
 * Whether a claim is about what was, is or will be, by the form of its verb as the article prints it: "would" of reported
 * speech and an infinitive ("to lift the tariff") are future, a present perfect is past, other modal verbs are present
 * unless "have" follows. `null` where there is no verb.
 */
export function claimTense(words: readonly ClaimWord[], { finite }: MainVerb): Tense | null {
  const verb = words[finite];
  if (!verb) return isInfinitive(words) ? "future" : null;
  const behindVerb = words.slice(finite + 1).filter(({ tag, lower }) => tag !== "RB" && lower !== "n't");
  const [next, second] = behindVerb;
  // "Would have gone", but "would rather have the money".
  const isPerfect = next?.lower === "have" && !!second && isParticiple(second.tag, second.lower);
  if (future.has(verb.lower)) return isPerfect ? "past" : "future";
  if (verb.tag === "MD") return isPerfect ? "past" : "present";
  if (going.test(verb.lower)) {
    const behind = words[words.indexOf(next ?? verb) + 1];
    // "Is to open", "are going to close", "is due to be replaced".
    const isTo =
      next?.lower === "to" ||
      (/^(?:going|due|set|expected|about)$/u.test(next?.lower ?? "") && behind?.lower === "to");
    if (isTo) return "future";
  }
  if (
    /^(?:have|has|'ve)$/u.test(verb.lower) &&
    words.slice(finite + 1, finite + 5).some(({ tag, lower }) => isParticiple(tag, lower))
  )
    return "past";
  return verb.tag === "VBD" || (verb.tag === "VB" && irregularPasts.has(verb.lower)) ? "past" : "present";
}

const isParticiple = (tag: string | null, lower: string): boolean =>
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
