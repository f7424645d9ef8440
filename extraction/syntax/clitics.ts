import { isWordCharacter } from "./character-kinds.ts";

/**
 * Where a clitic begins whose apostrophe stands at `at` in a word that began at `from`: at the apostrophe ("'s",
 * "'re"), at the n before it ("n't"), or 0 where there is none ("o'clock", "O'Dare"). `to` ends the chunk.
 */
export function cliticAt(text: string, from: number, at: number, to: number): number {
  const first = text.charCodeAt(at + 1) | 32;
  const second = at + 2 < to ? text.charCodeAt(at + 2) : 0;
  const single = !isWordCharacter(second) || at + 2 >= to;
  if (single) {
    if (first === 115 || first === 109 || first === 100) return at === 0 ? 0 : at;
    if (first === 116 && at > from && (text.charCodeAt(at - 1) | 32) === 110) return at - 1;
    return 0;
  }
  if (at + 3 < to && isWordCharacter(text.charCodeAt(at + 3))) return 0;
  const two = (first << 8) | (second | 32);
  return two === RE || two === VE || two === LL ? at : 0;
}

const RE = (114 << 8) | 101;
const VE = (118 << 8) | 101;
const LL = (108 << 8) | 108;

/** Words that the treebanks take apart: the length of the first part. */
const fused = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
]);

/** How long the first of two fused words is ("can|not"), 0 where the word is one. */
export function fusedWordSplit(text: string, from: number, to: number): number {
  const length = to - from;
  if (length !== 5 && length !== 6) return 0;
  const code = text.charCodeAt(from) | 32;
  if (code !== 99 && code !== 103 && code !== 119) return 0;
  return fused.get(text.slice(from, to).toLowerCase()) ?? 0;
}
