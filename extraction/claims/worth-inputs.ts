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
/** Of each group, how many words have a vector. */
const counts = new Int32Array(groups);

/** How many numbers {@link worthInputs} gives. */
export const worthInputCount = lengthAt + 4;

/**
 * A proposition as numbers, for the hidden layer: the vectors of its words, added up by kind and the greatest of each
 * number; those of its topmost word and of its subjects; tags, relations, figures and length. Names have no vector.
 *
 * @param inputs where they are put
 */
export function worthInputs(
  words: WorthWords,
  vectors: WorthVectors,
  inputs = new Float32Array(worthInputCount),
): Float32Array {
  inputs.fill(0);
  addVectors(inputs, words, vectors);
  const { tag, relation, figure, length, question } = words;
  const share = 1 / Math.sqrt(length + 1);
  for (let at = 0; at < length; at++) {
    const t = tag[at] as number;
    const ofTag = tagAt + t;
    inputs[ofTag] = (inputs[ofTag] as number) + share;
    inputs[hasTagAt + t] = 1;
    const ofRelation = relationAt + (relation[at] as number);
    inputs[ofRelation] = (inputs[ofRelation] as number) + share;
    const kind = figure[at] as number;
    if (kind > 0) inputs[figureAt + kind - 1] = Math.min(2, (inputs[figureAt + kind - 1] as number) + 1);
  }
  inputs[lengthAt] = Math.log(length + 1);
  inputs[lengthAt + 1] = length < 5 ? 1 : 0;
  inputs[lengthAt + 2] = length < 9 ? 1 : 0;
  inputs[lengthAt + 3] = question ? 1 : 0;
  return inputs;
}

/** Puts in what comes of the words' vectors. */
function addVectors(
  inputs: Float32Array,
  { tag, relation, head, lower, cluster, length }: WorthWords,
  vectors: WorthVectors,
): void {
  const { steps } = vectors;
  sums.fill(0).fill(-128, mostAt, topAt);
  counts.fill(0);
  let all = 0;
  let subjects = 0;
  for (let at = 0; at < length; at++) {
    const group = groupOf[tag[at] as number] as number;
    if (group === nameGroup) continue;
    const place = vectors.placeOf(lower[at] as number, cluster[at] as number);
    if (place < 0) continue;
    counts[group] = (counts[group] as number) + 1;
    all++;
    addSteps(steps, place, group * vectorLength);
    if (head[at] === -1)
      for (let one = 0; one < vectorLength; one++)
        inputs[topAt + one] = numberOf(steps[place + one] as number);
    if (isSubject[relation[at] as number] === 1) {
      subjects++;
      for (let one = 0; one < vectorLength; one++)
        sums[subjectAt + one] = (sums[subjectAt + one] as number) + (steps[place + one] as number);
    }
  }
  for (let group = 0; group < groups; group++) {
    const count = counts[group] as number;
    if (count > 0) put(inputs, group * vectorLength, count, 1 / Math.sqrt(count + 1));
  }
  if (all > 0) put(inputs, mostAt, 1, 1);
  if (subjects > 0) put(inputs, subjectAt, subjects, 1 / subjects);
}

/** Adds a vector's steps to those of its group, and keeps the greatest. */
function addSteps(steps: Int8Array, place: number, to: number): void {
  for (let one = 0; one < vectorLength; one++) {
    const value = steps[place + one] as number;
    sums[to + one] = (sums[to + one] as number) + value;
    // The greater of the two with no branch, which would be guessed wrong as often as not.
    const most = sums[mostAt + one] as number;
    const more = value - most;
    sums[mostAt + one] = most + (more & ~(more >> 31));
  }
}

/** Puts the numbers of so many vectors, whose steps were added up, times `by`. */
function put(inputs: Float32Array, from: number, count: number, by: number): void {
  for (let at = from; at < from + vectorLength; at++) inputs[at] = numberOf(sums[at] as number, count) * by;
}
