/** A direction, and how much the vectors vary along it. */
export interface Axis {
  readonly direction: readonly number[];
  readonly variance: number;
}

/**
 * The directions along which vectors vary most, the first one most of all (Pearson 1901): eigenvectors of their
 * covariance, by the rotations of Jacobi. The greatest number of each is positive, so that the same vectors give the same.
 *
 * @param vectors all of one length, at least one
 */
export function principalAxes(vectors: readonly (readonly number[])[]): {
  readonly mean: readonly number[];
  readonly axes: readonly Axis[];
} {
  const size = vectors[0]?.length ?? 0;
  const mean = Array.from(
    { length: size },
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
  );
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) {
    const apart = mean.map((middle, at) => (vector[at] ?? 0) - middle);
    for (const [at, row] of covariance.entries())
      for (let other = 0; other < size; other++)
        row[other] =
          (row[other] as number) + ((apart[at] as number) * (apart[other] as number)) / vectors.length;
  }
  const directions = diagonalise(covariance);
  const axes = covariance.map((row, at): Axis => {
    const direction = directions.map((numbers) => numbers[at] as number);
    const greatest = direction.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0);
    return {
      direction: greatest < 0 ? direction.map((one) => -one) : direction,
      variance: row[at] as number,
    };
  });
  return { mean, axes: axes.sort((a, b) => b.variance - a.variance) };
}

/** Turns a symmetric matrix until only its diagonal is left; gives the turn, whose columns are the eigenvectors. */
function diagonalise(matrix: Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const turn = matrix.map((_, at) =>
    Float64Array.from({ length: size }, (_none, other) => (at === other ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, turn, p, q);
  return turn;
}

/** One rotation, in the plane of `p` and `q`, after which the two do not vary together. */
function rotate(matrix: Float64Array[], turn: Float64Array[], p: number, q: number): void {
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  const together = at(p, q);
  if (Math.abs(together) < 1e-15) return;
  const ratio = (at(q, q) - at(p, p)) / (2 * together);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const columns = (row: Float64Array): void => {
    const [a = 0, b = 0] = [row[p], row[q]];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  };
  for (const row of matrix) columns(row);
  const [above, below] = [matrix[p] as Float64Array, matrix[q] as Float64Array];
  for (let column = 0; column < matrix.length; column++) {
    const [a = 0, b = 0] = [above[column], below[column]];
    above[column] = cosine * a - sine * b;
    below[column] = sine * a + cosine * b;
  }
  for (const row of turn) columns(row);
}
