import { firstLabel } from "../tagger/role-labels.ts";

/** A fragment of content among the labels of a window: its first word, and the one behind its last. */
export type Fragment = readonly [from: number, to: number];

const [begins, goesOn] = [firstLabel("content"), firstLabel("content") + 1];

/** The fragments of content among labels, in order. */
export function contentFragments(labels: Uint8Array): Fragment[] {
  const fragments: Fragment[] = [];
  for (let from = 0; from < labels.length; from++) {
    if (labels[from] !== begins) continue;
    let to = from + 1;
    while (labels[to] === goesOn) to++;
    fragments.push([from, to]);
    from = to - 1;
  }
  return fragments;
}

/** The fragment with the fewest words between it and a place, the first of equals; `undefined` without any. */
export function nearestFragment(fragments: readonly Fragment[], place: number): Fragment | undefined {
  let best: Fragment | undefined;
  for (const fragment of fragments)
    if (!best || wordsBetween(fragment, place) < wordsBetween(best, place)) best = fragment;
  return best;
}

/** How many steps it is from a place to a fragment: 0 inside, 1 side by side. */
export const wordsBetween = ([from, to]: Fragment, place: number): number =>
  Math.max(from - place, place - to + 1, 0);
