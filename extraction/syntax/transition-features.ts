import { nameFeatures, pair, triple } from "./feature-hash.ts";
import type { ParserState } from "./parser-state.ts";
import type { WordForms } from "./word-forms.ts";

/** Room for the features of one decision. */
export const mostTransitionFeatures = 80;

/** Stands for the word, tag and relation where there is none. */
const nothing = 62;

/** A distance in words, coarser the greater it is. */
const near = (words: number): number => (words < 5 ? words : words < 8 ? 5 : words < 14 ? 6 : 7);

/**
 * Writes the features of a state (after Zhang and Nivre 2011: words and tags at the top of the stack and the front of
 * the buffer, their children, their numbers of children and relations, and distances). Returns how many.
 */
export function readTransitionFeatures(
  features: Int32Array,
  state: ParserState,
  forms: WordForms,
  tag: Uint8Array,
): number {
  const { length, depth, next, stack, left1, left2, right1, right2, leftSet, rightSet, relation } = state;
  const { lower } = forms;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1;
  const s0w = s0 >= 0 ? (lower[s0] as number) : 1;
  const s1w = s1 >= 0 ? (lower[s1] as number) : 1;
  const b0w = next < length ? (lower[next] as number) : 2;
  const b1w = next + 1 < length ? (lower[next + 1] as number) : 2;
  const s0t = s0 >= 0 ? (tag[s0] as number) : nothing;
  const s1t = s1 >= 0 ? (tag[s1] as number) : nothing;
  const s2t = s2 >= 0 ? (tag[s2] as number) : nothing;
  const b0t = next < length ? (tag[next] as number) : nothing - 1;
  const b1t = next + 1 < length ? (tag[next + 1] as number) : nothing - 1;
  const b2t = next + 2 < length ? (tag[next + 2] as number) : nothing - 1;
  const s0l = s0 >= 0 ? (left1[s0] as number) : -1;
  const s0r = s0 >= 0 ? (right1[s0] as number) : -1;
  const s1l = s1 >= 0 ? (left1[s1] as number) : -1;
  const s1r = s1 >= 0 ? (right1[s1] as number) : -1;
  const b0l = left1[next] as number;
  const s0l2 = s0 >= 0 ? (left2[s0] as number) : -1;
  const s0r2 = s0 >= 0 ? (right2[s0] as number) : -1;
  const s1r2 = s1 >= 0 ? (right2[s1] as number) : -1;
  const b0l2 = left2[next] as number;
  const s0lt = s0l >= 0 ? (tag[s0l] as number) : nothing;
  const s0rt = s0r >= 0 ? (tag[s0r] as number) : nothing;
  const s1lt = s1l >= 0 ? (tag[s1l] as number) : nothing;
  const s1rt = s1r >= 0 ? (tag[s1r] as number) : nothing;
  const b0lt = b0l >= 0 ? (tag[b0l] as number) : nothing;
  const s0ll = s0l >= 0 ? (relation[s0l] as number) : nothing;
  const s0rl = s0r >= 0 ? (relation[s0r] as number) : nothing;
  const s1rl = s1r >= 0 ? (relation[s1r] as number) : nothing;
  const b0ll = b0l >= 0 ? (relation[b0l] as number) : nothing;
  const s0lw = s0l >= 0 ? (lower[s0l] as number) : 3;
  const s0ls = s0 >= 0 ? (leftSet[s0] as number) : 0;
  const s0rs = s0 >= 0 ? (rightSet[s0] as number) : 0;
  const s1ls = s1 >= 0 ? (leftSet[s1] as number) : 0;
  const s1rs = s1 >= 0 ? (rightSet[s1] as number) : 0;
  const b0ls = leftSet[next] as number;
  const gap = s0 >= 0 ? near(next - s0) : 0;
  const below = s1 >= 0 ? near(s0 - s1) : 0;
  const prior = next > 0 ? (tag[next - 1] as number) : nothing;
  const t00 = (s0t << 6) | b0t;
  const t10 = (s1t << 6) | s0t;
  const t01 = (b0t << 6) | b1t;
  let at = 0;
  features[at++] = pair(s0w, s0t);
  features[at++] = s0w;
  features[at++] = pair(s1w, s1t);
  features[at++] = pair(b0w, b0t);
  features[at++] = b0w;
  features[at++] = pair(b1w, b1t);
  features[at++] = triple(s0w, s0t, b0t);
  features[at++] = triple(b0w, b0t, s0t);
  features[at++] = t00;
  features[at++] = triple(s0w, s0t, s1t);
  features[at++] = t10;
  features[at++] = triple(s1t, b0t, below);
  features[at++] = pair(t00, b1t);
  features[at++] = pair(t10, b0t);
  features[at++] = triple(t01, b2t, s0t);
  features[at++] = triple(s2t, s1t, s0t);
  features[at++] = pair(t10, t01);
  features[at++] = triple(t00, s0lt, s0ll);
  features[at++] = triple(t00, s0rt, s0rl);
  features[at++] = triple(t10, s1rt, s1rl);
  features[at++] = pair(t10, s1lt);
  features[at++] = triple(t00, b0lt, b0ll);
  features[at++] = triple(t10, s0lt, s0ll);
  features[at++] = triple(t10, s0rt, s0rl);
  features[at++] = triple(t00, gap, prior);
  features[at++] = triple(t10, below, b0t);
  features[at++] = triple(s0w, gap, b0t);
  features[at++] = triple(s0t, b0t, b1w);
  features[at++] = triple(s0t, s0ls, s0rs);
  features[at++] = triple(s0w, s0rs, b0t);
  features[at++] = triple(s0w, s0ls, b0t);
  features[at++] = triple(s1t, s1rs, s0t);
  features[at++] = triple(s1t, s1ls, s0t);
  features[at++] = triple(b0t, b0ls, s0t);
  features[at++] = triple(t10, s0ls, b0t);
  features[at++] = triple(t10, s0ls, s0rs);
  features[at++] = triple(s1t, s0lw, s0t);
  features[at++] = triple(s2t, s1t, b0t);
  features[at++] = triple(t10, s1rs, b0t);
  features[at++] = triple(t00, s0rs, b1t);
  features[at++] = triple(t00, s0l2 >= 0 ? (tag[s0l2] as number) : nothing, s0lt);
  features[at++] = triple(t10, s1r2 >= 0 ? (tag[s1r2] as number) : nothing, s1rt);
  features[at++] = triple(t00, s0r2 >= 0 ? (tag[s0r2] as number) : nothing, s0rt);
  features[at++] = triple(t00, b0l2 >= 0 ? (tag[b0l2] as number) : nothing, b0lt);
  nameFeatures(features, 0, at, 1);
  return at;
}
