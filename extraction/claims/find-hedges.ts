import hedgingCueList from "../lexicons/hedging-cues.json" with { type: "json" };
import phraseList from "../lexicons/hedging-phrases.json" with { type: "json" };
import { reportingVerbForms, reportingVerbs } from "../roles/reporting-verbs.ts";
import type { Span } from "../span.ts";
import { wordSet } from "../tokens/lexicon.ts";
import type { ClaimWord } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

const cues = wordSet(hedgingCueList);
/** The words of cues that hedge, and all forms of the verbs among them. */
const guessing: ReadonlySet<string> = new Set([
  ...cues,
  ...[...reportingVerbForms()].filter((form) => reportingVerbs(form).some(({ base }) => cues.has(base))),
]);
/** The phrases in words, by their first one: nearly every word of an article begins none. */
const phrases = Map.groupBy(
  phraseList.entries.map((phrase) => phrase.split(" ")),
  ([first = ""]) => first,
);

/** Verbs that hedge only before "to" or a clause: "appeared to know", but "appeared in court". */
const seeming = /^(?:appear|seem)/u;

/**
 * The words that keep a claim at a distance or make it less certain, in order of place: those of its own, and those of
 * its cue, which hedges also with a verb of guessing ("suspects"). Spans in UTF-16 code units.
 */
export function findHedges(content: readonly ClaimWord[], cue: readonly ClaimWord[]): Span[] {
  const found: Span[] = [];
  addHedges(content, found);
  addHedges(cue, found);
  for (const { lower, start, end } of cue) if (guessing.has(lower)) found.push([start, end]);
  if (found.length < 2) return found;
  return found
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter((span, at, all) => at === 0 || span[0] >= (all[at - 1]?.[1] ?? 0));
}

function addHedges(words: readonly ClaimWord[], found: Span[]): void {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if ((word.marks & (marks.hedging | marks.phrase)) === 0) continue;
    const last = (word.marks & marks.phrase) === 0 ? undefined : lastOfPhrase(words, index);
    if (last) found.push([word.start, last.end]);
    else if (isHedge(words, index)) found.push([word.start, word.end]);
  }
}

/** The last word of a phrase that hedges and begins at `index`. */
function lastOfPhrase(words: readonly ClaimWord[], index: number): ClaimWord | undefined {
  for (const phrase of phrases.get(words[index]?.lower ?? "") ?? []) {
    let step = 1;
    while (step < phrase.length && words[index + step]?.lower === phrase[step]) step++;
    if (step === phrase.length) return words[index + step - 1];
  }
  return undefined;
}

function isHedge(words: readonly ClaimWord[], index: number): boolean {
  const word = words[index];
  if (!word || (word.marks & marks.hedging) === 0) return false;
  const next = words[index + 1]?.lower;
  // The month; only the whole word "May" can be either.
  if (word.text === "May") return index === 0 && word.tag === "MD";
  // "As soon as possible" is a demand, "could not see" and "could see" of the past an ability.
  if (word.lower === "possible") return words[index - 1]?.lower !== "as";
  if (word.lower === "could")
    return next !== "not" && next !== "n't" && next !== "never" && words[index - 1]?.lower !== "never";
  if (seeming.test(word.lower)) return next === "to" || next === "that" || word.tag === "VBZ";
  // "Is thought to" stands among the phrases; "I thought" tells what was.
  if (word.lower === "thought") return false;
  return true;
}
