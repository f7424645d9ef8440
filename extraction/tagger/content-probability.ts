import type { Span } from "../span.ts";
import { firstLabel, labelCount, type WordPlaces } from "./role-labels.ts";
import type { TaggedRoles } from "./tag-roles.ts";
import { wordsOfSpan } from "./words-of-span.ts";

const content = firstLabel("content");

/** How probable the first pass finds words to be content, on average; 0 without any. `to` is behind the last. */
export function contentProbability({ marginals }: TaggedRoles, from: number, to: number): number {
  return to > from ? contentSum(marginals, from, to) / (to - from) : 0;
}

/** How probable the first pass finds the words of some spans to be content, on average; 0 without any. */
export function contentProbabilityOf(
  words: Pick<WordPlaces, "start" | "end" | "length">,
  { marginals }: TaggedRoles,
  spans: readonly Span[],
): number {
  let sum = 0;
  let count = 0;
  for (const span of spans) {
    const [from, to] = wordsOfSpan(words, span);
    sum += contentSum(marginals, from, to);
    count += to - from;
  }
  return count > 0 ? sum / count : 0;
}

function contentSum(marginals: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let word = from; word < to; word++) {
    const at = word * labelCount + content;
    sum += (marginals[at] ?? 0) + (marginals[at + 1] ?? 0);
  }
  return sum;
}
