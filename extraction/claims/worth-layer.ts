import { machineCode } from "../machine-code.ts";

/** A layer of units that give 0 below a threshold (rectified), and a weighted sum of them. */
export interface HiddenLayer {
  /** For each input, one after the other, its weight in each unit. */
  readonly weights: Float32Array;
  /** What each unit begins its sum with. */
  readonly thresholds: Float32Array;
  /** How much each unit counts. */
  readonly out: Float32Array;
  readonly bias: number;
}

/** Units that the machine code adds up at a time. */
const unitsAtOnce = 16;

/** The function of `worth-layer.wat`: places are in bytes. */
interface Code {
  score(count: number, rows: number, amounts: number, units: number, end: number, room: number): number;
}

/**
 * What gives a layer's score for inputs, in log odds before calibration; all sums are of numbers of 32 bits.
 *
 * @param usual how many inputs at the beginning are seldom 0: they are added without a look whether they are
 */
export function layerScorer(layer: HiddenLayer, usual = 0): (inputs: Float32Array) => number {
  const { weights, thresholds, out, bias } = layer;
  const hidden = thresholds.length;
  const count = weights.length / hidden;
  const room = Math.ceil(hidden / unitsAtOnce) * unitsAtOnce * 4;
  const unitsFrom = count * room;
  const amountsFrom = unitsFrom + 2 * room;
  const rowsFrom = amountsFrom + (count + 1) * 4;
  const { functions, memory } = machineCode<Code>(worthLayerCode, rowsFrom + (count + 1) * 4);
  for (let input = 0; input < count; input++)
    new Float32Array(memory, input * room).set(weights.subarray(input * hidden, (input + 1) * hidden));
  new Float32Array(memory, unitsFrom).set(thresholds);
  new Float32Array(memory, unitsFrom + room).set(out);
  /** Of the inputs that count: how much they are, and where their weights begin. */
  const amounts = new Float32Array(memory, amountsFrom, count + 1);
  const bits = new Int32Array(memory, amountsFrom, count + 1);
  const rows = new Int32Array(memory, rowsFrom, count + 1);
  for (let at = 0; at < usual; at++) rows[at] = at * room;

  /** Chooses the usual inputs and those of the others that are not 0; gives how many. */
  const choose = (inputs: Float32Array): number => {
    amounts.set(inputs);
    let used = usual;
    for (let at = usual; at < count; at++) {
      rows[used] = at * room;
      const own = bits[at] as number;
      bits[used] = own;
      // Goes on by 1 where any bit is set: whether a tag occurs cannot be guessed, and a branch that is guessed wrong takes longer.
      used += (own | -own) >>> 31;
    }
    return used;
  };

  return (inputs) =>
    bias + functions.score(choose(inputs), rowsFrom, amountsFrom, unitsFrom, unitsFrom + room, room);
}

/** `worth-layer.wat`, assembled. */
export const worthLayerCode: string =
  "AGFzbQEAAAABCwFgBn9/f39/fwF9AhQBCG9ucmVjb3JkBm1lbW9yeQIAAQMCAQAHCQEFc2NvcmUAAArCAgG/AgIDfwd7AkADQCADIARPDQEgA/0ABAAhDCAD/QAEECENIAP9AAQg" +
  "IQ4gA/0ABDAhD0EAIQcCQANAIAcgAE8NASABIAdBAnRqKAIAIAZqIQggAiAHQQJ0av0JAgAhCSAMIAkgCP0ABAD95gH95AEhDCANIAkgCP0ABBD95gH95AEhDSAOIAkgCP0ABCD9" +
  "5gH95AEhDiAPIAkgCP0ABDD95gH95AEhDyAHQQFqIQcMAAsLIAMgBWohCCALIAwgCv3pASAI/QAEAP3mAf3kASELIAsgDSAK/ekBIAj9AAQQ/eYB/eQBIQsgCyAOIAr96QEgCP0A" +
  "BCD95gH95AEhCyALIA8gCv3pASAI/QAEMP3mAf3kASELIANBwABqIQMgBkHAAGohBgwACwsgC/0fACAL/R8BkiAL/R8CIAv9HwOSkgs=";
