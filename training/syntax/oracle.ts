import { type ParserState, transitions } from "#extraction/syntax/parser-state.ts";

const { shift, left, right } = transitions;

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): the legal transitions, a bit for each, after which
 * the best tree that can still be reached is no worse than before. `gold` has the head of each word, the number of words for the root.
 */
export function zeroCost(state: ParserState, gold: Int32Array): number {
  const { legal } = state;
  let least = Number.POSITIVE_INFINITY;
  let good = 0;
  for (const transition of [shift, left, right]) {
    if ((legal & (1 << transition)) === 0) continue;
    const loss = lossOf(state, gold, transition);
    if (loss < least) {
      least = loss;
      good = 0;
    }
    if (loss === least) good |= 1 << transition;
  }
  return good;
}

/** How many arcs of the gold tree a transition makes impossible. */
function lossOf(state: ParserState, gold: Int32Array, transition: number): number {
  const { length, next, stack, depth } = state;
  let loss = 0;
  if (transition === shift) {
    for (let at = 0; at < depth; at++) {
      const word = stack[at] as number;
      if (gold[word] === next) loss++;
      if (gold[next] === word && at < depth - 1) loss++;
    }
    return loss;
  }
  const top = state.top;
  const head = gold[top] as number;
  if (transition === left) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) loss++;
  } else if (head >= next) loss++;
  for (let word = next; word < length; word++) if (gold[word] === top) loss++;
  return loss;
}
