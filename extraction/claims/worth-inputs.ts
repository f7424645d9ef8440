import { relations } from "../syntax/relations.ts";
import { tags } from "../syntax/tags.ts";
import { type VectorKind, vectorKinds, vectorNumbers, type WorthVectors } from "./worth-vectors.ts";
import type { WorthWords } from "./worth-words.ts";

const { nouns, verbs, others, topmost, subjects } = vectorKinds;
const ofName = 255;
/** For each tag the kind of its words. */
const kindOf = Uint8Array.from(tags, (tag) =>
  tag === "NN" || tag === "NNS"
    ? nouns
    : tag.startsWith("VB") || tag === "MD"
      ? verbs
      : tag.startsWith("NNP")
        ? ofName
        : others,
);
const isSubject = Uint8Array.from(relations, (relation) => Number(relation.startsWith("nsubj")));
const figureKinds = 8;

const tagAt = vectorNumbers;
const hasTagAt = tagAt + tags.length;
const relationAt = hasTagAt + tags.length;
const figureAt = relationAt + relations.length;
const lengthAt = figureAt + figureKinds;

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
  addVectors(inputs, words, vectors);
  inputs.fill(0, vectorNumbers);
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
  vectors.clear();
  for (let at = 0; at < length; at++) {
    const kind = kindOf[tag[at] as number] as VectorKind | typeof ofName;
    if (kind === ofName) continue;
    const place = vectors.placeOf(lower[at] as number, cluster[at] as number);
    if (place === 0) continue;
    vectors.add(kind, place);
    if (head[at] === -1) vectors.put(topmost, place);
    if (isSubject[relation[at] as number] === 1) vectors.add(subjects, place);
  }
  vectors.sum(nouns, 1 / Math.sqrt(vectors.count(nouns) + 1));
  vectors.sum(verbs, 1 / Math.sqrt(vectors.count(verbs) + 1));
  vectors.sum(others, 1 / Math.sqrt(vectors.count(others) + 1));
  vectors.sumGreatest();
  vectors.sum(topmost, 1);
  vectors.sum(subjects, 1 / Math.max(1, vectors.count(subjects)));
  inputs.set(vectors.sums);
}
