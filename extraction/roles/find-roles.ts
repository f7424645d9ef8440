import type { Token } from "../tokens/token.ts";
import { looksFinite } from "../tokens/verb-shapes.ts";
import { isAdverb, isConjunction, isPreposition, isTimeWord } from "../tokens/word-classes.ts";
import { type Attributed, attributeCue } from "./attribute-cue.ts";
import { cueAt } from "./cue.ts";
import type { RoleSet } from "./role-set.ts";
import { type Phrase, phraseEndingAt, phraseStartingAt } from "./source-phrase.ts";
import { accordingTo, colonCue, dashedName, impersonal, inTheViewOf, nounCue } from "./special-cues.ts";
import type { Unit } from "./unit.ts";

/** How many tokens from the start of a unit its subject is looked for. */
const subjectReach = 25;

/**
 * The attributions of one unit, in order of their cues. Only the outermost count: what stands inside a content is
 * not searched (PolNeAR guidelines, Newell et al. 2018).
 */
export function findRoles({ tokens }: Unit): RoleSet[] {
  const found: RoleSet[] = [];
  let floor = 0;
  let shared: Phrase | null = null;
  const whole = colonCue(tokens, 0) ?? dashedName(tokens, 0);
  if (whole) {
    found.push(whole.roles);
    floor = whole.resumeAt;
  }
  for (let at = floor; at < tokens.length; at++) {
    const cue = cueAt(tokens, at);
    const attributed: Attributed | null =
      accordingTo(tokens, at, floor) ??
      inTheViewOf(tokens, at, floor) ??
      impersonal(tokens, at) ??
      nounCue(tokens, at, floor) ??
      (cue && attributeCue(tokens, cue, floor, shared ?? subjectOf(tokens, cue.first)));
    if (!attributed) continue;
    found.push(attributed.roles);
    if (cue) shared = (cue.participle ? null : phraseEndingAt(tokens, cue.first - 1, floor)) ?? shared;
    floor = attributed.resumeAt;
    at = attributed.resumeAt - 1;
  }
  return found;
}

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
