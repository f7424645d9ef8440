import { featureKey, pair } from "../syntax/feature-hash.ts";
import { tags } from "../syntax/tags.ts";
import { formKinds, isName, kindsOfForm } from "./worth-signs.ts";
import type { WorthWords } from "./worth-words.ts";

/** Kinds of words by their tags, as bits. */
const kinds = {
  past: 1,
  participle: 2,
  modal: 4,
  present: 8,
  comparative: 16,
  superlative: 32,
  dollar: 64,
} as const;
const cardinal = (tags as readonly string[]).indexOf("CD");
const tagsOfKind: readonly (readonly [kind: number, tags: readonly string[]])[] = [
  [kinds.past, ["VBD"]],
  [kinds.participle, ["VBN"]],
  [kinds.modal, ["MD"]],
  [kinds.present, ["VBZ", "VBP"]],
  [kinds.comparative, ["JJR", "RBR"]],
  [kinds.superlative, ["JJS", "RBS"]],
  [kinds.dollar, ["$"]],
];
const kindsOfTag = Uint8Array.from(tags, (tag) =>
  tagsOfKind.reduce((bits, [kind, of]) => bits | (of.includes(tag) ? kind : 0), 0),
);

const sizeOf = (words: number): number =>
  words <= 4
    ? words
    : words <= 7
      ? 5
      : words <= 11
        ? 6
        : words <= 16
          ? 7
          : words <= 24
            ? 8
            : words <= 35
              ? 9
              : 10;

/** How many features there are for the whole. */
export const traitCount = 20;

/**
 * Puts keys for what holds for the whole into `keys` from `from` on: figures, comparison, tense, persons, length, and how they go
 * together; then a feature for each figure. Gives the end.
 */
export function addTraits(
  keys: Int32Array,
  from: number,
  { tag, lower, figure, length, question }: WorthWords,
): number {
  let seen = 0;
  let said = 0;
  let figures = 0;
  let numbers = 0;
  let names = 0;
  for (let at = 0; at < length; at++) {
    const t = tag[at] as number;
    seen |= kindsOfTag[t] as number;
    said |= kindsOfForm(lower[at] as number);
    if ((figure[at] as number) > 0) figures++;
    if (t === cardinal) numbers++;
    names += isName[t] as number;
  }
  const has = (kind: number): number => ((seen & kind) === 0 ? 0 : 1);
  const counted = figures + numbers > 0 ? 1 : 0;
  const size = sizeOf(length);
  const persons = said & formKinds.person;
  const told = has(kinds.past);
  const tense = told + 2 * has(kinds.modal) + 4 * has(kinds.present);
  const more = has(kinds.comparative);
  const great = (said & formKinds.magnitude) === 0 ? 0 : 1;
  const parts = (said & formKinds.share) === 0 ? 0 : 1;
  const negated = (said & formKinds.negation) === 0 ? 0 : 1;
  keys[from] = size;
  keys[from + 1] = Math.min(3, figures);
  keys[from + 2] = Math.min(4, numbers);
  keys[from + 3] = Math.min(4, names);
  keys[from + 4] = question ? 1 : 0;
  keys[from + 5] = parts;
  keys[from + 6] = has(kinds.dollar);
  keys[from + 7] = great;
  keys[from + 8] = more + 2 * has(kinds.superlative) + 4 * counted;
  keys[from + 9] = persons;
  keys[from + 10] = tense;
  keys[from + 11] = tense + 8 * counted;
  keys[from + 12] = (persons & 5) + 8 * tense;
  keys[from + 13] = Math.min(2, figures) + 4 * size;
  keys[from + 14] = Math.min(2, names) + 4 * Math.min(2, numbers) + 16 * told;
  keys[from + 15] = size * 2 + (persons & 1);
  keys[from + 16] = (persons & 3) + 4 * counted + 8 * Math.min(1, names);
  keys[from + 17] = negated + 2 * tense;
  keys[from + 18] = has(kinds.participle) + 2 * counted;
  keys[from + 19] = parts + 2 * great + 4 * more + 8 * told;
  for (let trait = 0; trait < traitCount; trait++)
    keys[from + trait] = featureKey(50, pair(trait, keys[from + trait] as number));
  let end = from + traitCount;
  for (let at = 0; at < length; at++) {
    const kind = figure[at] as number;
    if (kind > 0) keys[end++] = featureKey(51, kind);
  }
  return end;
}
