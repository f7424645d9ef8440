/** Places that a word's scores take up, one a label and one to spare, so that they begin at even addresses. */
export const labelStride = 8;
/** Places that the scores of a step take up: label before, label. */
export const edgeStride: number = labelStride * labelStride;

// The steps from all seven labels before to one label of a word: `a` to `g` are numbers of the labels before, and the steps' numbers
// stand a label's stride apart from `at` on.

/** The greater of two numbers. */
export const greater = (a: number, b: number): number => (b > a ? b : a);

/** The greatest sum of a label's score and its step's. */
export function bestFrom(
  edge: Float32Array,
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
): number {
  const ofA = a + (edge[at] as number);
  const ofB = b + (edge[at + 8] as number);
  const ofC = c + (edge[at + 16] as number);
  const ofD = d + (edge[at + 24] as number);
  const ofE = e + (edge[at + 32] as number);
  const ofF = f + (edge[at + 40] as number);
  const ofG = g + (edge[at + 48] as number);
  // One after the other: which label is best seldom changes, so that the processor guesses most of it right.
  let most = ofA;
  if (ofB > most) most = ofB;
  if (ofC > most) most = ofC;
  if (ofD > most) most = ofD;
  if (ofE > most) most = ofE;
  if (ofF > most) most = ofF;
  return greater(most, ofG);
}

/** The sum of the labels' numbers, each times its step's. */
export function sumFrom(
  factor: Float32Array,
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
): number {
  return (
    a * (factor[at] as number) +
    b * (factor[at + 8] as number) +
    c * (factor[at + 16] as number) +
    d * (factor[at + 24] as number) +
    e * (factor[at + 32] as number) +
    f * (factor[at + 40] as number) +
    g * (factor[at + 48] as number)
  );
}
