import type { ClaimWord } from "./claim-word.ts";
import { isFiniteVerb } from "./main-verb.ts";

/** Relations of a subject to its verb. */
export const subjects: ReadonlySet<string | null> = new Set([
  "nsubj",
  "nsubj:pass",
  "nsubj:outer",
  "csubj",
  "expl",
]);
const joined: ReadonlySet<string | null> = new Set(["conj", "parataxis"]);
/** Words that only join a clause to the one before: they are no part of it. "Nor" also negates, and stays. */
export const joining: ReadonlySet<string> = new Set(["and", "but", "or", "so", "yet", "while"]);
/** Those behind which a clause is seen to begin by its words, whatever the tree says. */
const plainlyJoining: ReadonlySet<string> = new Set(["and", "but", "so", "yet", ";"]);
/** Words that are nothing but a subject. */
const pronouns: ReadonlySet<string> = new Set(
  "i we you he she it they there nobody everybody everyone somebody someone".split(" "),
);
/** Words that make the clause they open part of another. */
const subordinating: ReadonlySet<string> = new Set(
  "if when because although though unless until since while as whether that who whom which whose where what how why after before".split(
    " ",
  ),
);
const isNominal = ({ tag }: ClaimWord): boolean => /^(?:NN|PRP$|CD|EX)/u.test(tag ?? "");
/** How many words a subject has at most, what stands before it included. */
const longestSubject = 7;

/**
 * Where coordinated clauses of their own begin, by index: with a subject and a finite verb of their own, by the tree or by
 * the words behind "and" and its like.
 */
export function clauseStarts(words: readonly ClaimWord[]): ReadonlySet<number> {
  const found = new Set(byTree(words));
  let from = 0;
  let before = words[0]?.sentence;
  for (let index = 1; index < words.length; index++) {
    const { lower, sentence } = words[index] as ClaimWord;
    if (sentence !== before || found.has(index)) from = index;
    before = sentence;
    if (plainlyJoining.has(lower) && index > from && opensClause(words, from, index)) {
      found.add(index);
      from = index;
    }
  }
  return found;
}

/** Whether a clause begins at the joining word `at`, in what begins at `from`. */
function opensClause(words: readonly ClaimWord[], from: number, at: number): boolean {
  const apart = words[at]?.lower === ";" || words[at - 1]?.lower === ",";
  const isPronoun = pronouns.has(words[at + 1]?.lower ?? "");
  if (!apart && !isPronoun) return false;
  const left = words.slice(from, at);
  const opening = left.find(({ text }) => /\p{L}/u.test(text));
  // "Shut the tap, and do not drink": one order more.
  if (apart && opening?.tag === "VB" && /^do(?:n't)?$/u.test(words[at + 1]?.lower ?? "")) return true;
  if (!left.some(isFiniteVerb) || !opening || subordinating.has(opening.lower)) return false;
  // "And it rose" can belong to what "because" has opened.
  if (!apart && left.some(({ lower }) => subordinating.has(lower))) return false;
  let named = false;
  for (let index = at + 1; index <= at + longestSubject; index++) {
    const word = words[index];
    if (!word || word.lower === "," || word.sentence !== words[at]?.sentence) return false;
    if (isFiniteVerb(word)) return named;
    if (subordinating.has(word.lower) && index > at + 1) return false;
    // "The fuel they need": a clause that belongs to the noun.
    if (named && word.tag === "PRP") return false;
    if (isNominal(word) || (index === at + 1 && isPronoun)) named = true;
  }
  return false;
}

function byTree(words: readonly ClaimWord[]): number[] {
  const found: number[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (word.head < 0 || word.head >= index || !joined.has(word.relation)) continue;
    if (!isClauseOfItsOwn(words, index) || !isOnTop(words, word.head)) continue;
    const start = firstUnder(words, index);
    // "See it repeated, if anybody can": no clause of its own; "take it away and you take all": a condition.
    const opening = words.slice(start).find((one) => one.isWord && /\p{L}/u.test(one.text))?.lower;
    const isBound =
      opening === "if" ||
      (words[start + 1]?.lower === "you" && words[start - 1]?.lower !== "," && isOrder(words, start));
    if (!isBound) found.push(start);
  }
  return found;
}

/** Whether a verb has a subject and a finite form. */
function isClauseOfItsOwn(words: readonly ClaimWord[], verb: number): boolean {
  let subject = false;
  let finite = isFiniteVerb(words[verb] as ClaimWord);
  for (const word of words) {
    if (word.head !== verb) continue;
    subject ||= subjects.has(word.relation);
    finite ||= isFiniteVerb(word);
  }
  return subject && finite;
}

/** The first word that depends on one, however far down. */
function firstUnder(words: readonly ClaimWord[], top: number): number {
  for (let index = 0; index < top; index++) {
    let at = index;
    for (let steps = 0; at >= 0 && at !== top && steps < 60; steps++) at = words[at]?.head ?? -1;
    if (at === top) return index;
  }
  return top;
}

/** Whether what stands before `at` in its sentence is an order. */
function isOrder(words: readonly ClaimWord[], at: number): boolean {
  const sentence = words[at]?.sentence;
  return words.find((word) => word.sentence === sentence && /\p{L}/u.test(word.text))?.tag === "VB";
}

/** Whether a word is the top of its sentence, or coordinated with it. */
function isOnTop(words: readonly ClaimWord[], index: number): boolean {
  let at = index;
  for (let steps = 0; steps < 60; steps++) {
    const word = words[at];
    if (!word || word.head < 0) return true;
    if (!joined.has(word.relation)) return false;
    at = word.head;
  }
  return false;
}
