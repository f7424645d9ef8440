import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isAdverb, isConjunction, isPreposition, isTimeWord } from "../tokens/word-classes.ts";
import type { Phrase } from "./phrase.ts";
import { phraseStartingAt } from "./phrase-starting-at.ts";

/** How many tokens from the start of a unit its subject is looked for. */
const subjectReach = 25;

/** The subject of the clause that a unit begins with: the first noun phrase with a finite verb behind it. */
export function subjectOf(tokens: readonly Token[], before: number): Phrase | null {
  for (let at = 0; at < Math.min(before, subjectReach); at++) {
    const token = tokens[at];
    if (!token || token.kind === "quotation") continue;
    if (isAdverb(token) || isTimeWord(token) || isConjunction(token) || token.kind === "punctuation")
      continue;
    if (isPreposition(token)) {
      // What a preposition governs is no subject, unless it ends before another phrase begins.
      const governed = phraseStartingAt(tokens, at + 1, false);
      if (governed && !looksFinite(tokens[governed.last + 1])) at = governed.last;
      continue;
    }
    const phrase = phraseStartingAt(tokens, at);
    if (!phrase || phrase.last >= before) continue;
    const next = tokens[phrase.last + 1];
    if (next?.lower === "ago" || isTimeWord(tokens[phrase.last])) {
      at = phrase.last;
      continue;
    }
    if (
      looksFinite(next) ||
      isAdverb(next) ||
      (next &&
        /^\p{Ll}/u.test(next.text) &&
        !isPreposition(next) &&
        !isConjunction(next) &&
        next.kind === "word")
    )
      return phrase;
    at = phrase.last;
  }
  return null;
}
