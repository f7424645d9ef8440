import { type ClaimWord, headOf, isNominal } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** Whether a relation is that of a subject to its verb. */
export const isSubject = (relation: string | null): boolean =>
  relation === "nsubj" ||
  relation === "nsubj:pass" ||
  relation === "nsubj:outer" ||
  relation === "csubj" ||
  relation === "expl";

const isJoined = (relation: string | null): boolean => relation === "conj" || relation === "parataxis";

/** How many words a subject has at most, what stands before it included. */
const longestSubject = 7;
/** How far up a tree is followed; nothing but a broken one is deeper. */
const deepest = 60;

/**
 * Where coordinated clauses of their own begin, by index: with a subject and a finite verb of their own, by the tree or by
 * the words behind "and" and its like.
 */
export function clauseStarts(words: readonly ClaimWord[]): ReadonlySet<number> {
  const found = new Set<number>();
  addByTree(words, found);
  let from = 0;
  let before = words[0]?.sentence;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (word.sentence !== before || found.has(index)) from = index;
    before = word.sentence;
    if ((word.marks & marks.plainlyJoining) !== 0 && index > from && opensClause(words, from, index)) {
      found.add(index);
      from = index;
    }
  }
  return found;
}

/** Whether a clause begins at the joining word `at`, in what begins at `from`. */
function opensClause(words: readonly ClaimWord[], from: number, at: number): boolean {
  const apart = words[at]?.lower === ";" || words[at - 1]?.lower === ",";
  const behind = words[at + 1];
  const isPronoun = behind !== undefined && (behind.marks & marks.subject) !== 0;
  if (!apart && !isPronoun) return false;
  const left = words.slice(from, at);
  const opening = left.find(({ text }) => /\p{L}/u.test(text));
  // "Shut the tap, and do not drink": one order more.
  if (apart && opening?.tag === "VB" && /^do(?:n't)?$/u.test(words[at + 1]?.lower ?? "")) return true;
  const opens =
    opening && (opening.marks & marks.subordinating) === 0 && left.some(({ isFiniteVerb }) => isFiniteVerb);
  if (!opens) return false;
  // "And it rose" can belong to what "because" has opened.
  if (!apart && left.some((word) => (word.marks & marks.subordinating) !== 0)) return false;
  let named = false;
  for (let index = at + 1; index <= at + longestSubject; index++) {
    const word = words[index];
    if (!word || word.lower === "," || word.sentence !== words[at]?.sentence) return false;
    if (word.isFiniteVerb) return named;
    if ((word.marks & marks.subordinating) !== 0 && index > at + 1) return false;
    // "The fuel they need": a clause that belongs to the noun.
    if (named && word.tag === "PRP") return false;
    if (isNominal(word) || (index === at + 1 && isPronoun)) named = true;
  }
  return false;
}

function addByTree(words: readonly ClaimWord[], found: Set<number>): void {
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    if (!isJoined(word.relation)) continue;
    const head = headOf(words, word);
    if (head < 0 || head >= index || !isClauseOfItsOwn(words, word) || !isOnTop(words, head)) continue;
    const start = firstUnder(words, index);
    // "See it repeated, if anybody can": no clause of its own; "take it away and you take all": a condition.
    const opening = words.slice(start).find((one) => one.isWord && /\p{L}/u.test(one.text))?.lower;
    const isBound =
      opening === "if" ||
      (words[start + 1]?.lower === "you" && words[start - 1]?.lower !== "," && isOrder(words, start));
    if (!isBound) found.add(start);
  }
}

/** Whether a verb has a subject and a finite form. */
function isClauseOfItsOwn(words: readonly ClaimWord[], verb: ClaimWord): boolean {
  let subject = false;
  let finite = verb.isFiniteVerb;
  for (const word of words) {
    if (word.head !== verb.at) continue;
    subject ||= isSubject(word.relation);
    finite ||= word.isFiniteVerb;
  }
  return subject && finite;
}

/** The first word that depends on one, however far down. */
function firstUnder(words: readonly ClaimWord[], top: number): number {
  for (let index = 0; index < top; index++) {
    let at = index;
    for (let steps = 0; at >= 0 && at !== top && steps < deepest; steps++)
      at = headOf(words, words[at] as ClaimWord);
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
  for (let steps = 0; steps < deepest; steps++) {
    const word = words[at] as ClaimWord;
    const head = headOf(words, word);
    if (head < 0) return true;
    if (!isJoined(word.relation)) return false;
    at = head;
  }
  return false;
}
