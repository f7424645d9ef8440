import { isRoleNounWord } from "../roles/noun-complement.ts";
import type { ClaimWord } from "./claim-word.ts";

/** Whether "her" at `index` owns what follows. */
export const isOwning = (words: readonly ClaimWord[], index: number): boolean => {
  const next = words[index + 1];
  if (!next) return false;
  return next.tag === null
    ? /^\p{Ll}/u.test(next.text) && !/^(?:of|to|in|on|that|for|with|and|by)$/u.test(next.lower)
    : /^(?:NN|JJ|CD)/u.test(next.tag);
};

/** "It is the others' money that …", "it was found that …", "it rained": nothing stands behind "it". */
export const isEmpty = (words: readonly ClaimWord[], index: number): boolean =>
  words[index]?.lower === "it" &&
  (/^(?:rain|snow|hail|thunder)/u.test(words[index + 1]?.lower ?? "") || isPrepared(words, index));

const isPrepared = (words: readonly ClaimWord[], index: number): boolean =>
  /^(?:is|was|'s|will|would)$/u.test(words[index + 1]?.lower ?? "") &&
  words.slice(index + 2).some(({ lower }) => lower === "that" || lower === "to");

/** Whether a noun before the pronoun can be what it means. */
export const hasNounBefore = (words: readonly ClaimWord[], index: number, one: boolean): boolean =>
  words
    .slice(0, index)
    .some(({ tag, text }) =>
      tag === null ? text.length > 3 : one ? /^NNP?$/u.test(tag) : /^NNP?S$/u.test(tag) || tag === "CD",
    );

/** Whether a word stands in a quotation inside the claim: "I" is then whoever is quoted there, or a slogan's. */
export const isNested = (words: readonly ClaimWord[], index: number, text: string): boolean => {
  const start = words[0]?.start ?? 0;
  const before = text.slice(start, words[index]?.start ?? start);
  const opening =
    /(?:[,:]|\b(?:banner|message|motto|placard|poster|saying|sign|slogan|title|words))\s["“‘«„]/u.exec(
      before,
    );
  return opening !== null && !/["”’»](?!\p{L})/u.test(before.slice(opening.index + opening[0].length + 1));
};

/** Whether somebody without a name stands before the pronoun, who can be meant: "the referee told me she had seen it". */
export const hasPersonBefore = (words: readonly ClaimWord[], index: number): boolean =>
  words.slice(1, Math.max(1, index)).some(({ lower }, at) => {
    const next = words[at + 2];
    return (
      isRoleNounWord(lower) &&
      /^(?:an?|the)$/u.test(words[at]?.lower ?? "") &&
      !/^\p{Lu}/u.test(next?.text ?? "")
    );
  });

/**
 * Whether "this" or "that" stands for something said before: no noun follows, and no clause that it joins ("for this", "says
 * that every winter"). `first` is whether the claim begins with it.
 */
export function isPointing(words: readonly ClaimWord[], index: number, first: boolean): boolean {
  const { lower, tag, relation } = words[index] ?? { lower: "", tag: null, relation: null };
  const next = words[index + 1];
  if (next === undefined || /^[.,;:!?)]/u.test(next.text)) return index > 0 || first;
  const stands = /^(?:is|was|'s|has|had|will|would|are|were)$/u.test(next.lower);
  // "The day that was", "a thing that is": a relative.
  if (stands) return lower === "this" || first;
  if (lower === "this") return next.tag === "IN" || next.tag === "MD";
  if (first) return next.lower === "alone" || (next.tag === "MD" && tag !== "IN");
  // With no verb behind it, "that" joins nothing; before a noun it may be "that man".
  return (
    tag === "IN" &&
    relation !== "fixed" &&
    next.tag === "DT" &&
    !words.slice(index).some(({ isFiniteVerb }) => isFiniteVerb)
  );
}

/** "Those who walked", "those under the north wall": what follows says whom they mean. */
export const isDescribed = (words: readonly ClaimWord[], index: number): boolean =>
  words[index]?.lower === "those" &&
  (/^(?:who|whom|whose|that|which)$/u.test(words[index + 1]?.lower ?? "") ||
    /^(?:IN|VBG|VBN|JJ|NN|NNS)$/u.test(words[index + 1]?.tag ?? ""));
