// Taken out of `Math`, and three numbers taken in two steps, so that `pair` and `triple` are small enough (27 bytes of V8's code)
// to be put in the place of every call.
const { imul } = Math;

/** Spreads a number over 32 bits (the finalizer of MurmurHash3, Appleby 2011, shortened). */
export function spread(value: number): number {
  let hash = imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** What a feature's number is moved by for each template. */
const step = 0x9e3779b1;

/** Two whole numbers as one: what {@link nameFeatures} makes a feature of. */
export const pair = (a: number, b: number): number => imul(a, 0x2c1b3c6d) + b;

/** Three whole numbers as one: what {@link nameFeatures} makes a feature of. */
export const triple = (a: number, b: number, c: number): number => withThird(pair(a, b), c);
const withThird = (ab: number, c: number): number => imul(ab, 0x297a2d39) + c;

/** What the name of a feature is made of, by {@link spread}: its template and one value, both whole numbers. Its lower 32 bits count. */
export const featureKey = (template: number, a: number): number => a + imul(template, step);

/**
 * Puts names of features in the place of their values, each of which is one number, {@link pair} or {@link triple}: 32 bits that
 * {@link spread} makes of its {@link featureKey}, with `template` for the first and one more for each behind it.
 */
export function nameFeatures(features: Int32Array, from: number, to: number, template: number): void {
  let summand = imul(template, step);
  for (let at = from; at < to; at++) {
    features[at] = spread((features[at] as number) + summand);
    summand = (summand + step) | 0;
  }
}
