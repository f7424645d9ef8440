import { type ClaimWord, hasTree, headOf } from "./claim-word.ts";
import { marks } from "./word-marks.ts";

/** The verb that a claim is made with, by index in its words. */
export interface MainVerb {
  /** The verb that carries the meaning; for "is old", the word behind the copula. */
  readonly head: number;
  /** The verb that carries the tense: an auxiliary, a copula, or the head; -1 for an infinitive or no verb. */
  readonly finite: number;
}

const isHelping = (relation: string | null): boolean =>
  relation === "aux" || relation === "aux:pass" || relation === "cop";

/**
 * The verb of the claim's own clause: the first word that depends on none of the claim's, with its auxiliary; without a
 * tree, or where it has none there, the first finite form that no relative word takes.
 */
export function mainVerb(words: readonly ClaimWord[]): MainVerb {
  if (hasTree(words)) {
    // Those that bring a clause to a word outside only where all do.
    const ofClause = nextTop(words, 0, false) < 0;
    const first = nextTop(words, 0, ofClause);
    for (let head = first; head >= 0; head = nextTop(words, head + 1, ofClause)) {
      const finite = finiteOf(words, head);
      if (finite < 0) continue;
      if (!isRelative(words, finite)) return { head, finite };
      break;
    }
    // A tree with a noun on top is often wrong, unless what is said is an order ("shield the lamps") or an infinitive.
    const top = words[first];
    if (top?.tag === "VB") {
      const subject = words.findIndex((word) => word.head === top.at && word.relation === "nsubj");
      // With a subject it is a past that looks like an infinitive ("put", "read").
      return { head: first, finite: subject >= 0 && subject < first ? first : finiteOf(words, first) };
    }
  }
  const finite = firstOwnVerb(words);
  const word = words[finite];
  const helped = word && isHelping(word.relation) ? headOf(words, word) : -1;
  return { head: helped >= 0 ? helped : finite, finite };
}

/**
 * The first word from `from` on that depends on none of these: one that brings a clause to a word outside, or else one that
 * does not; -1 where there is none.
 */
function nextTop(words: readonly ClaimWord[], from: number, ofClause: boolean): number {
  for (let index = from; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    const { relation } = word;
    if (relation === "punct" || relation === "cc" || relation === "mark" || headOf(words, word) >= 0)
      continue;
    const bringsClause = relation !== null && (relation.startsWith("advcl") || relation.startsWith("acl"));
    if (bringsClause === ofClause) return index;
  }
  return -1;
}

/** Whether "who" or its like stands before a verb that the tree takes for the claim's, and another verb behind. */
function isRelative(words: readonly ClaimWord[], finite: number): boolean {
  const before = finite > 0 ? words[finite - 1]?.lower : undefined;
  return (before === "who" || before === "which") && firstOwnVerb(words) > finite;
}

/** The first finite form that no word before it takes for a clause of its own: in "those who came are back", "are". */
function firstOwnVerb(words: readonly ClaimWord[]): number {
  let open = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ClaimWord;
    const opens =
      (word.marks & marks.relative) !== 0 ||
      (word.lower === "that" && index > 0 && words[index - 1]?.tag?.startsWith("NN"));
    if (opens) open++;
    else if (word.isFiniteVerb) {
      if (open === 0) return index;
      open--;
    }
  }
  return -1;
}

/** The auxiliary or copula of a word that is a finite form, or the word itself where it is one; -1 for neither. */
function finiteOf(words: readonly ClaimWord[], head: number): number {
  const verb = words[head];
  if (!verb) return -1;
  const helper = words.findIndex(
    (word) => word.head === verb.at && word.isFiniteVerb && isHelping(word.relation),
  );
  return helper >= 0 ? helper : verb.isFiniteVerb ? head : -1;
}

/**
 * Tells by a word's index whether it is part of the claim's own clause: not of one that a further clause or verb brings.
 */
export function ownClause(words: readonly ClaimWord[], verb: MainVerb): (index: number) => boolean {
  let finite = 0;
  for (const word of words) finite += Number(word.isFiniteVerb);
  if (finite < 2) return () => true;
  if (hasTree(words)) return (index) => isUnder(words, index, verb.head);
  const next = words.findIndex(
    ({ lower, tag, marks: known }, index) =>
      index > verb.finite + 1 && ((known & marks.relative) !== 0 || (lower === "that" && tag === null)),
  );
  return next < 0 ? () => true : (index) => index < next;
}

/** Whether a word depends on the one at `top`, with no further clause between. */
function isUnder(words: readonly ClaimWord[], index: number, top: number): boolean {
  let at = index;
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === top) return true;
    const word = words[at] as ClaimWord;
    if (word.relation !== null && furtherClause.test(word.relation)) return false;
    at = headOf(words, word);
  }
  return false;
}

const furtherClause = /^(?:advcl|acl|ccomp|csubj|parataxis|conj)/u;
