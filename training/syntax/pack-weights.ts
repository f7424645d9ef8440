import { mostPackedWeights, type PackedWeights } from "#extraction/syntax/weights.ts";
import type { Perceptron } from "./perceptron.ts";

/** How weights are packed. */
export interface Packing {
  /** Averaged weights nearer to zero than this are dropped. */
  readonly least: number;
  /** What an averaged weight is multiplied with before it is rounded. */
  readonly scale: number;
}

/** The averaged weights of many classes in the form that is shipped. */
export function packWeights(perceptron: Perceptron, { least, scale }: Packing): PackedWeights {
  const kept: [hash: number, from: number][] = [];
  const weights = [0];
  for (let row = 0; row < perceptron.rows; row++) {
    const from = weights.length;
    for (let label = 0; label < perceptron.classes; label++) {
      const average = perceptron.average(row, label);
      const value = Math.max(-256, Math.min(255, Math.round(average * scale)));
      if (Math.abs(average) >= least && value !== 0) weights.push((value << 7) | (label << 1));
    }
    if (weights.length === from) continue;
    weights[weights.length - 1] = (weights.at(-1) as number) | 1;
    kept.push([perceptron.keys[row] as number, from]);
  }
  if (weights.length >= mostPackedWeights)
    throw new RangeError(`${weights.length} weights are too many to pack`);
  const slots = new Uint32Array(sizeFor(kept.length));
  for (const [hash, from] of kept) slots[freeSlot(slots, hash)] = (hash & 0xfff00000) | from;
  return { slots, weights: Int16Array.from(weights) };
}

/** The averaged weights of three classes in the form that is shipped: in each slot the feature that does most. */
export function packThreeWay(perceptron: Perceptron, size: number, scale: number): Int32Array {
  const slots = new Int32Array(size);
  const weightiest = new Float32Array(size);
  for (let row = 0; row < perceptron.rows; row++) {
    const first = perceptron.average(row, 0);
    const second = perceptron.average(row, 1) - first;
    const third = perceptron.average(row, 2) - first;
    const hash = perceptron.keys[row] as number;
    const slot = hash & (size - 1);
    const weight = spreadOf(second, third) * (perceptron.touched[row] as number) ** 0.5;
    if (weight <= (weightiest[slot] as number)) continue;
    weightiest[slot] = weight;
    slots[slot] = (hash & 0xfff00000) | (tenBits(second * scale) << 10) | tenBits(third * scale);
  }
  return slots;
}

/** The widest difference between any two of three scores, the first being 0. */
const spreadOf = (second: number, third: number): number =>
  Math.max(0, second, third) - Math.min(0, second, third);

const tenBits = (value: number): number => Math.max(-512, Math.min(511, Math.round(value))) & 0x3ff;

const sizeFor = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, entries * 1.3)));

function freeSlot(slots: Uint32Array, hash: number): number {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  return slot;
}
