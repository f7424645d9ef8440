import { shuffled } from "../syntax/shuffled.ts";

/** Passes over the vectors at most. */
const mostPasses = 12;
/** The last pass is the one in which fewer vectors than this part of them change places. */
const settled = 0.005;

/**
 * Groups vectors by their directions (spherical k-means, Dhillon and Modha 2001). The first centres are drawn from
 * the first `8 * count` vectors. Gives the group of each; the same vectors, count and seed give the same groups.
 */
export function clusterVectors(
  vectors: readonly (readonly number[])[],
  count: number,
  seed: number,
): Uint16Array {
  const size = vectors[0]?.length ?? 0;
  const directions = new Float32Array(vectors.length * size);
  for (const [index, vector] of vectors.entries()) directions.set(unit(vector), index * size);
  const first = shuffled([...vectors.keys()].slice(0, count * 8), seed).slice(0, count);
  const centres = new Float32Array(count * size);
  for (const [cluster, vector] of first.entries())
    centres.set(directions.subarray(vector * size, (vector + 1) * size), cluster * size);
  const clusters = new Uint16Array(vectors.length);
  for (let pass = 0; pass < mostPasses; pass++) {
    let changes = 0;
    for (let vector = 0; vector < vectors.length; vector++) {
      const nearest = nearestCentre(directions.subarray(vector * size, (vector + 1) * size), centres);
      if (clusters[vector] !== nearest) changes++;
      clusters[vector] = nearest;
    }
    moveCentres(centres, directions, clusters, size);
    if (changes < vectors.length * settled) break;
  }
  return clusters;
}

function nearestCentre(vector: Float32Array, centres: Float32Array): number {
  const size = vector.length;
  let best = Number.NEGATIVE_INFINITY;
  let nearest = 0;
  for (let cluster = 0; cluster * size < centres.length; cluster++) {
    let cosine = 0;
    for (let at = 0; at < size; at++)
      cosine += (vector[at] as number) * (centres[cluster * size + at] as number);
    if (cosine > best) {
      best = cosine;
      nearest = cluster;
    }
  }
  return nearest;
}

function moveCentres(
  centres: Float32Array,
  directions: Float32Array,
  clusters: Uint16Array,
  size: number,
): void {
  centres.fill(0);
  for (const [vector, cluster] of clusters.entries())
    for (let at = 0; at < size; at++)
      centres[cluster * size + at] =
        (centres[cluster * size + at] as number) + (directions[vector * size + at] as number);
  for (let from = 0; from < centres.length; from += size)
    centres.set(unit(centres.subarray(from, from + size)), from);
}

/** The vector with length 1; one of zeros stays as it is. */
function unit(vector: ArrayLike<number>): Float32Array {
  const numbers = Float32Array.from(vector);
  const length = Math.hypot(...numbers);
  return length === 0 ? numbers : numbers.map((number) => number / length);
}
