import { labelStride } from "#extraction/tagger/chain-steps.ts";
import type { RoleWeights } from "#extraction/tagger/role-model.ts";
import { packLabelWeights, toBytes } from "./pack-role-weights.ts";
import type { RoleTraining } from "./train-roles.ts";

/** What a chain has learned, before it is rounded and packed. */
export interface LearnedWeights {
  /** The hash of each feature, by number; the first place is not used. */
  readonly hashes: Int32Array;
  /** How often each occurs in what was learned from. */
  readonly occurrences: Uint32Array;
  /** `labelStride` places a feature. */
  readonly labels: Float32Array;
  /** `edgeStride` places a row. */
  readonly edges: Float32Array;
}

/**
 * The mean of what was learned from different parts of a corpus; a feature that one does not know weighs nothing there. As
 * good as what is learned from the whole or better, and as unsure of new articles as each of its parts, so that
 * what comes next is not misled by what it saw when it was trained.
 *
 * @throws RangeError where there is nothing to take the mean of
 */
export function meanWeights(parts: readonly LearnedWeights[]): LearnedWeights {
  const [first] = parts;
  if (!first) throw new RangeError("there are no weights to take the mean of");
  const numbers = new Map<number, number>();
  for (const { hashes } of parts)
    for (const hash of hashes.subarray(1)) if (!numbers.has(hash)) numbers.set(hash, numbers.size + 1);
  const size = numbers.size + 1;
  const mean: LearnedWeights = {
    hashes: new Int32Array(size),
    occurrences: new Uint32Array(size),
    labels: new Float32Array(size * labelStride),
    edges: new Float32Array(first.edges.length),
  };
  for (const [hash, number] of numbers) mean.hashes[number] = hash;
  const share = 1 / parts.length;
  for (const { hashes, occurrences, labels, edges } of parts) {
    for (let feature = 1; feature < hashes.length; feature++) {
      const number = numbers.get(hashes[feature] as number) as number;
      mean.occurrences[number] = (mean.occurrences[number] as number) + (occurrences[feature] as number);
      addTo(mean.labels, number * labelStride, labels, feature * labelStride, labelStride, share);
    }
    addTo(mean.edges, 0, edges, 0, edges.length, share);
  }
  return mean;
}

/** Adds `count` numbers times `by`. */
function addTo(
  sums: Float32Array,
  into: number,
  numbers: Float32Array,
  from: number,
  count: number,
  by: number,
): void {
  for (let at = 0; at < count; at++)
    sums[into + at] = (sums[into + at] as number) + by * (numbers[from + at] as number);
}

/** Rounds weights to bytes and packs them in tables. */
export function packWeights(
  { hashes, occurrences, labels, edges }: LearnedWeights,
  { groups, labelRows, perUnit }: RoleTraining,
): RoleWeights {
  const scale = 1 / perUnit;
  return {
    settings: { scale, groups: [...groups] },
    labels: packLabelWeights(hashes, labels, occurrences, labelRows, scale),
    edges: toBytes(edges, scale),
  };
}
