import type { Tense } from "../extraction.ts";
import irregularList from "../lexicons/irregular-pasts.json" with { type: "json" };
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-words.ts";
import type { MainVerb } from "./main-verb.ts";

const irregularPasts = wordSet(irregularList);
const future: ReadonlySet<string> = new Set(["will", "'ll", "wo", "won't", "shall", "would", "wouldn't"]);
const going = /^(?:is|are|am|was|were|'s|'re|'m)$/u;

/**
 * Whether a claim is about what was, is or will be, by the form of its verb as the article prints it: "would" of reported
 * speech and an infinitive ("to lift the tariff") are future, a present perfect is past, other modal verbs are present
 * unless "have" follows. `null` where there is no verb.
 */
export function claimTense(words: readonly ClaimWord[], { finite }: MainVerb): Tense | null {
  const verb = words[finite];
  if (!verb) return isInfinitive(words) ? "future" : null;
  const next = words.slice(finite + 1).find(({ tag, lower }) => tag !== "RB" && lower !== "n't");
  if (future.has(verb.lower)) return next?.lower === "have" ? "past" : "future";
  if (verb.tag === "MD") return next?.lower === "have" ? "past" : "present";
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

/** "To lift the tariff", "the company to publish results". */
const isInfinitive = (words: readonly ClaimWord[]): boolean =>
  words.some(({ lower }, index) => {
    const next = words[index + 1];
    return lower === "to" && (index === 0 || words[index - 1]?.lower === "not" || next?.tag === "VB");
  });
