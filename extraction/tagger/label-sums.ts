import { machineCode } from "../machine-code.ts";

/** Most names that are added up at once. */
export const mostNames = 256;

/** Where sums stand, of which there are as many as are listed: in bytes, 16 each. `nothing` stays 0. */
export const sumPlaces = { nothing: 1024, first: 1040, second: 1056, third: 1072 } as const;
export type SumPlace = (typeof sumPlaces)[keyof typeof sumPlaces];

const rowsFrom = 4096;

/** The functions of `label-sums.wat`. */
interface Code {
  add(count: number, mask: number, a: SumPlace, b: SumPlace, to: SumPlace): void;
  gather(count: number, mask: number): number;
}

/**
 * Sums of label weights, by machine code that adds the eight numbers of a row at once: `label-sums.wat`, which a test holds to
 * what is carried here. All that the code reads and writes lies in one piece of memory.
 */
export class LabelSums {
  /** The names of the features whose rows are added up. */
  readonly names: Int32Array;
  /** The sums, each of eight numbers of 16 bits; a place divided by two is where its own begin. */
  readonly sums: Int16Array;
  private readonly code: Code;
  private readonly mask: number;

  /** @param rows two numbers a row, low bytes first: see `LabelWeights`; a power of two of rows */
  constructor(rows: Int32Array) {
    const { functions, memory } = machineCode<Code>(labelSumsCode, rowsFrom + rows.byteLength);
    this.names = new Int32Array(memory, 0, mostNames);
    this.sums = new Int16Array(memory, 0, rowsFrom / 2);
    new Int32Array(memory, rowsFrom, rows.length).set(rows);
    this.mask = rows.length / 2 - 1;
    this.code = functions;
  }

  /** Makes the sums at `to` those at `a` and `b` and the rows of the first names. */
  add(count: number, a: SumPlace, b: SumPlace, to: SumPlace): void {
    // Of a few names the processor sees all rows at once as it is.
    if (count > few) this.code.gather(count, this.mask);
    this.code.add(count, this.mask, a, b, to);
  }
}

const few = 32;

/** `label-sums.wat`, assembled. */
export const labelSumsCode: string =
  "AGFzbQEAAAABDwJgBX9/f39/AGACf38BfwIUAQhvbnJlY29yZAZtZW1vcnkCAAEDAwIAAQcQAgNhZGQAAAZnYXRoZXIAAQrBAQKGAQIEfwF7IAL9AAQAIAP9AAQA/Y4B" +
  "IQkgAEECdCEGAkADQCAFIAZPDQEgBSgCACEHIAcgAXFBA3QhCCAJIAj9XQOAIP0MgICAgICAgAAAAAAAAAAAAP1R/YcBQQAgByAIKAKEIHNBGHZFa/0R/U79jgEhCSAF" +
  "QQRqIQUMAAsLIAQgCf0LBAALNwEDfyAAQQJ0IQMCQANAIAIgA08NASAEIAIoAgAgAXFBA3QoAoAgcyEEIAJBBGohAgwACwsgBAs=";
