import { relations } from "../syntax/relations.ts";
import { tags } from "../syntax/tags.ts";
import { numberOf, vectorLength, type WorthVectors } from "./worth-vectors.ts";
import type { WorthWords } from "./worth-words.ts";

/** Kinds of words whose vectors are added up apart: nouns, verbs, all others but names. */
const groupOf = Uint8Array.from(tags, (tag) =>
  tag === "NN" || tag === "NNS"
    ? 0
    : tag.startsWith("VB") || tag === "MD"
      ? 1
      : tag.startsWith("NNP")
        ? 3
        : 2,
);
const groups = 3;
const nameGroup = 3;
const isSubject = Uint8Array.from(relations, (relation) => Number(relation.startsWith("nsubj")));
const figureKinds = 8;

const mostAt = groups * vectorLength;
const topAt = mostAt + vectorLength;
const subjectAt = topAt + vectorLength;
const tagAt = subjectAt + vectorLength;
const hasTagAt = tagAt + tags.length;
const relationAt = hasTagAt + tags.length;
const figureAt = relationAt + relations.length;
const lengthAt = figureAt + figureKinds;

/** Steps added up, in the places of the numbers that they become. */
const sums = new Int32Array(tagAt);

/** How many numbers {@link worthInputs} gives. */
export const worthInputCount = lengthAt + 4;

/**
 * A proposition as numbers, for the hidden layer: the vectors of its words, added up by kind and the greatest of each
 * number; those of its topmost word and of its subjects; tags, relations, figures and length. Names have no vector.
 */
export function worthInputs(words: WorthWords, vectors: WorthVectors): Float32Array {
  const { tag, relation, head, lower, cluster, figure, length, question } = words;
  const inputs = new Float32Array(worthInputCount);
  const { steps } = vectors;
  sums.fill(0);
  const counts = [0, 0, 0];
  let subjects = 0;
  const share = 1 / Math.sqrt(length + 1);
  const add = (to: number, by: number): void => {
    inputs[to] = (inputs[to] as number) + by;
  };
  let first = true;
  for (let at = 0; at < length; at++) {
    const t = tag[at] ?? 0;
    const r = relation[at] ?? 0;
    add(tagAt + t, share);
    inputs[hasTagAt + t] = 1;
    add(relationAt + r, share);
    const kind = figure[at] ?? 0;
    if (kind > 0) inputs[figureAt + kind - 1] = Math.min(2, (inputs[figureAt + kind - 1] as number) + 1);
    const group = groupOf[t] as number;
    if (group === nameGroup) continue;
    const place = vectors.placeOf(lower[at] ?? 0, cluster[at] ?? 0);
    if (place < 0) continue;
    counts[group] = (counts[group] ?? 0) + 1;
    const to = group * vectorLength;
    for (let one = 0; one < vectorLength; one++) {
      const value = steps[place + one] as number;
      sums[to + one] = (sums[to + one] as number) + value;
      if (first || value > (sums[mostAt + one] as number)) sums[mostAt + one] = value;
    }
    if (head[at] === -1)
      for (let one = 0; one < vectorLength; one++)
        inputs[topAt + one] = numberOf(steps[place + one] as number);
    if (isSubject[r] === 1) {
      subjects++;
      for (let one = 0; one < vectorLength; one++)
        sums[subjectAt + one] = (sums[subjectAt + one] as number) + (steps[place + one] as number);
    }
    first = false;
  }
  for (let group = 0; group < groups; group++) {
    const count = counts[group] as number;
    put(inputs, group * vectorLength, count, 1 / Math.sqrt(count + 1));
  }
  if (!first) put(inputs, mostAt, 1, 1);
  if (subjects > 0) put(inputs, subjectAt, subjects, 1 / subjects);
  inputs[lengthAt] = Math.log(length + 1);
  inputs[lengthAt + 1] = length < 5 ? 1 : 0;
  inputs[lengthAt + 2] = length < 9 ? 1 : 0;
  inputs[lengthAt + 3] = question ? 1 : 0;
  return inputs;
}

/** Puts the numbers of so many vectors, whose steps were added up, times `by`. */
function put(inputs: Float32Array, from: number, count: number, by: number): void {
  for (let at = from; at < from + vectorLength; at++) inputs[at] = numberOf(sums[at] as number, count) * by;
}
