import { nameFeatures, pair, triple } from "./feature-hash.ts";
import type { ParserState } from "./parser-state.ts";
import type { WordForms } from "./word-forms.ts";

/** Room for the features of one relation. */
export const mostRelationFeatures = 40;

const nothing = 62;

const near = (words: number): number => (words < 4 ? words : words < 7 ? 4 : words < 14 ? 5 : 6);

/** Writes the features of the relation that a word has to the head it is about to get. Returns how many. */
export function readRelationFeatures(
  features: Int32Array,
  state: ParserState,
  forms: WordForms,
  tag: Uint8Array,
  child: number,
  head: number,
): number {
  const { length, left1, right1, leftSet, rightSet, relation } = state;
  const { lower, suffix3 } = forms;
  const root = head === length;
  const cw = lower[child] as number;
  const ct = tag[child] as number;
  const hw = root ? 5 : (lower[head] as number);
  const ht = root ? nothing : (tag[head] as number);
  const side = head > child ? 1 : 0;
  const far = near(Math.abs(head - child));
  const way = (side << 3) | far;
  const cl = left1[child] as number;
  const cr = right1[child] as number;
  const clw = cl >= 0 ? (lower[cl] as number) : 3;
  const clt = cl >= 0 ? (tag[cl] as number) : nothing;
  const cll = cl >= 0 ? (relation[cl] as number) : nothing;
  const crt = cr >= 0 ? (tag[cr] as number) : nothing;
  const crw = cr >= 0 ? (lower[cr] as number) : 3;
  const cls = leftSet[child] as number;
  const crs = rightSet[child] as number;
  const hls = leftSet[head] as number;
  const hrs = rightSet[head] as number;
  const sibling = side ? (left1[head] as number) : (right1[head] as number);
  const st = sibling >= 0 ? (tag[sibling] as number) : nothing;
  const sl = sibling >= 0 ? (relation[sibling] as number) : nothing;
  const before = child > 0 ? (tag[child - 1] as number) : nothing;
  const after = child + 1 < length ? (tag[child + 1] as number) : nothing;
  const hBefore = head > 0 && !root ? (tag[head - 1] as number) : nothing;
  const hAfter = head + 1 < length ? (tag[head + 1] as number) : nothing;
  const t = (((ct << 6) | ht) << 1) | side;
  let at = 0;
  features[at++] = t;
  features[at++] = pair(t, far);
  features[at++] = triple(cw, ct, side);
  features[at++] = triple(cw, ht, side);
  features[at++] = triple(hw, ct, side);
  features[at++] = triple(t, clw, clt);
  features[at++] = triple(t, cll, crt);
  features[at++] = triple(t, cls, crs);
  features[at++] = triple(t, hls, hrs);
  features[at++] = triple(t, st, sl);
  features[at++] = triple(t, before, after);
  features[at++] = triple(t, hBefore, hAfter);
  features[at++] = triple(cw, clw, ht);
  features[at++] = triple(t, suffix3[child] as number, way);
  features[at++] = triple(cw, cls, crs);
  features[at++] = triple(t, cls, hrs);
  features[at++] = triple(t, cls, hls);
  features[at++] = triple(t, crw, cls);
  features[at++] = triple(t, root ? 0 : (suffix3[head] as number), cls);
  features[at++] = triple(clw, ct, way);
  nameFeatures(features, 0, at, 101);
  return at;
}
