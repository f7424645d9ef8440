import { machineCode } from "../machine-code.ts";

/** A layer of units that give 0 below a threshold (rectified), and a weighted sum of them. */
export interface HiddenLayer {
  /** For each input, one after the other, its weight in each unit. */
  readonly weights: Float32Array | Float64Array;
  /** What each unit begins its sum with. */
  readonly thresholds: Float32Array;
  /** How much each unit counts. */
  readonly out: Float32Array;
  readonly bias: number;
}

/** Units that the machine code adds up at a time. */
const unitsAtOnce = 8;

/** The function of `worth-layer.wat`: places are in bytes. */
interface Code {
  add(count: number, rows: number, amounts: number, sums: number, units: number): void;
}

/** What gives a layer's score for inputs, in log odds before calibration. */
export function layerScorer(layer: HiddenLayer): (inputs: Float32Array) => number {
  const { weights, thresholds, out, bias } = layer;
  const count = weights.length / thresholds.length;
  const units = Math.ceil(thresholds.length / unitsAtOnce) * unitsAtOnce;
  const sumsFrom = count * units * 8;
  const amountsFrom = sumsFrom + units * 8;
  const rowsFrom = amountsFrom + (count + 1) * 8;
  const { functions, memory } = machineCode<Code>(worthLayerCode, rowsFrom + (count + 1) * 4);
  const room = new Float64Array(memory, 0, count * units);
  for (let input = 0; input < count; input++)
    room.set(weights.subarray(input * thresholds.length, (input + 1) * thresholds.length), input * units);
  const sums = new Float64Array(memory, sumsFrom, thresholds.length);
  /** Of the inputs that are not 0: how much they are, and where their weights begin. */
  const amounts = new Float64Array(memory, amountsFrom, count + 1);
  const rows = new Int32Array(memory, rowsFrom, count + 1);
  const numbers = new Float32Array(count);
  const bits = new Int32Array(numbers.buffer);

  /** Chooses the inputs that are not 0; gives how many. */
  const choose = (inputs: Float32Array): number => {
    numbers.set(inputs);
    let used = 0;
    for (let at = 0; at < count; at++) {
      rows[used] = at * units * 8;
      amounts[used] = numbers[at] as number;
      // Goes on by 1 where any bit is set: whether a tag occurs cannot be guessed, and a branch that is guessed wrong takes longer.
      const own = bits[at] as number;
      used += (own | -own) >>> 31;
    }
    return used;
  };

  return (inputs) => {
    sums.set(thresholds);
    functions.add(choose(inputs), rowsFrom, amountsFrom, sumsFrom, units);
    let score = bias;
    for (let unit = 0; unit < thresholds.length; unit++) {
      const sum = sums[unit] as number;
      if (sum > 0) score += sum * (out[unit] as number);
    }
    return score;
  };
}

/** `worth-layer.wat`, assembled. */
export const worthLayerCode: string =
  "AGFzbQEAAAABCQFgBX9/f39/AAIUAQhvbnJlY29yZAZtZW1vcnkCAAEDAgEABwcBA2FkZAAACuoBAecBAgN/BXsCQANAIAUgBE8NASAD/QAEACEJIAP9AAQQIQogA/0A" +
  "BCAhCyAD/QAEMCEMQQAhBgJAA0AgBiAATw0BIAEgBkECdGooAgAgBUEDdGohByACIAZBA3Rq/QoDACEIIAkgCCAH/QAEAP3yAf3wASEJIAogCCAH/QAEEP3yAf3wASEK" +
  "IAsgCCAH/QAEIP3yAf3wASELIAwgCCAH/QAEMP3yAf3wASEMIAZBAWohBgwACwsgAyAJ/QsEACADIAr9CwQQIAMgC/0LBCAgAyAM/QsEMCADQcAAaiEDIAVBCGohBQwA" +
  "CwsL";
