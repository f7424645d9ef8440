import { machineCode } from "../machine-code.ts";
import { spread } from "../syntax/feature-hash.ts";

/** A feature's place in the weights: the upper bits of its name, this many. */
export const worthBits = 18;
const below = 32 - worthBits;

/** The place of a feature in the weights, by its key: see `featureKey`. */
export const worthPlace = (key: number): number => spread(key) >>> below;

// Where things lie in the machine code's memory, in bytes.
const knownAt = 0;
const weightsFrom = 16;
const keysFrom = weightsFrom + 2 ** worthBits;
/** For how many features there is room at first. */
const usualFeatures = 2048;
/** Keys are read four at a time. */
const keysAtOnce = 4;

/** The function of `worth-weights.wat`: places are in bytes. */
interface Code {
  sum(count: number, keys: number, below: number, weights: number, known: number): number;
}

/**
 * The weights of features, and sums of them by machine code that makes the names of four features at once: `worth-weights.wat`, which a
 * test holds to what is carried here.
 */
export class WorthWeights {
  private readonly weights: Int8Array;
  private room: Room;

  /** @param weights one for each place */
  constructor(weights: Int8Array) {
    this.weights = weights;
    this.room = roomFor(weights, usualFeatures);
  }

  /** Where to put the keys of features, with room for so many; it holds until more are asked for. */
  keysFor(most: number): Int32Array {
    if (most > this.room.keys.length) this.room = roomFor(this.weights, 2 * most);
    return this.room.keys;
  }

  /** The sum of the weights of the first features, each of which counts once; their keys are gone then. */
  sum(features: number): number {
    return this.room.code.sum(features, keysFrom, below, weightsFrom, knownAt);
  }

  /** How many of the weights that were added up last are not 0. */
  get known(): number {
    return this.room.known[0] as number;
  }
}

/** What the machine code works in. */
interface Room {
  readonly code: Code;
  readonly keys: Int32Array;
  readonly known: Int32Array;
}

function roomFor(weights: Int8Array, features: number): Room {
  const { functions, memory } = machineCode<Code>(worthWeightsCode, keysFrom + (features + keysAtOnce) * 4);
  new Int8Array(memory, weightsFrom).set(weights);
  return {
    code: functions,
    keys: new Int32Array(memory, keysFrom, features),
    known: new Int32Array(memory, knownAt, 1),
  };
}

/** `worth-weights.wat`, assembled. */
export const worthWeightsCode: string =
  "AGFzbQEAAAABCgFgBX9/f39/AX8CFAEIb25yZWNvcmQGbWVtb3J5AgABAwIBAAcHAQNzdW0AAAqfAgGcAgMCfwF7BH8gASAAQQJ0aiEGIAEhBQJAA0AgBSAGTw0BIAX9AAQAIQcg" +
  "ByAHQRD9rQH9Uf0Ma8rrhWvK64VryuuFa8rrhf21ASEHIAcgB0EN/a0B/VH9DDWussI1rrLCNa6ywjWussL9tQEhByAHIAdBEP2tAf1RIQcgBSAHIAL9rQH9CwQAIAVBEGohBQwA" +
  "CwsgASEFAkADQCAFIAZPDQEgBSgCACEIIAMgCGosAAAhCSADIAhqQQA6AAAgBSAIQQh0IAlB/wFxcjYCACAKIAlqIQogCyAJQQBHaiELIAVBBGohBQwACwsCQANAIAUgAU0NASAF" +
  "QQRrIQUgBSgCACEIIAMgCEEIdmogCDoAAAwACwsgBCALNgIAIAoL";
