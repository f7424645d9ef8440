import { machineCode } from "../machine-code.ts";
import { WordClusters } from "../tagger/word-clusters.ts";

/** Numbers of a word's vector. */
export const vectorLength = 32;
/** What one step of them is worth, in standard deviations; a number lies in the middle of its step. */
const step = 0.5;

/** Kinds of words whose vectors are added up apart, and the greatest of each number: the places of their sums. */
export const vectorKinds = { nouns: 0, verbs: 1, others: 2, greatest: 3, topmost: 4, subjects: 5 } as const;
export type VectorKind = (typeof vectorKinds)[keyof typeof vectorKinds];
const kinds = Object.keys(vectorKinds).length;
/** How many numbers the sums of all kinds have. */
export const vectorNumbers = kinds * vectorLength;

/** Most words of one kind that count in a proposition; people write none that has so many. */
const mostWords = 1024;

// Where things lie in the machine code's memory, in bytes.
const greatestFrom = 0;
const sumsFrom = vectorLength;
const rowsFrom = sumsFrom + vectorNumbers * 4;
const stepsFrom = rowsFrom + kinds * mostWords * 4;
/** What is less than any step. */
const least = -128;

/** The function of `worth-vectors.wat`: places are in bytes. */
interface Code {
  sum(count: number, rows: number, share: number, most: number, to: number): void;
}

/**
 * Vectors of words, and of clusters for the words that have none of their own. The sums of a proposition's are made by machine code,
 * sixteen steps at once: `worth-vectors.wat`, which a test holds to what is carried here.
 */
export class WorthVectors {
  /** What {@link sum} gave last for each kind, {@link vectorLength} numbers each, in the order of {@link vectorKinds}. */
  readonly sums: Float32Array;
  private readonly words: WordClusters;
  /** One after the last place. */
  private readonly end: number;
  private readonly clustersFrom: number;
  /** The places of the vectors of each kind, and how many. */
  private readonly places: Int32Array;
  private readonly counts = new Int32Array(kinds);
  private readonly greatest: Int8Array;
  private readonly code: Code;

  /**
   * @param hashes of the words' forms in lower case, each once
   * @param steps {@link vectorLength} numbers a word, then as many a cluster
   */
  constructor(hashes: Int32Array, steps: Int8Array) {
    const { functions, memory } = machineCode<Code>(worthVectorsCode, stepsFrom + steps.length);
    this.code = functions;
    new Int8Array(memory, stepsFrom).set(steps);
    this.greatest = new Int8Array(memory, greatestFrom, vectorLength);
    this.sums = new Float32Array(memory, sumsFrom, vectorNumbers);
    this.places = new Int32Array(memory, rowsFrom, kinds * mostWords);
    this.words = new WordClusters(
      hashes,
      Uint16Array.from(hashes, (_, at) => at),
    );
    this.clustersFrom = stepsFrom + hashes.length * vectorLength;
    this.end = stepsFrom + steps.length;
  }

  /** The place of a word's vector; 0 where it has none. */
  placeOf(lower: number, cluster: number): number {
    const word = this.words.clusterOf(lower);
    if (word > 0) return stepsFrom + (word - 1) * vectorLength;
    const place = this.clustersFrom + (cluster - 1) * vectorLength;
    return cluster > 0 && place < this.end ? place : 0;
  }

  /** Takes the words of the proposition before for none of this one's. */
  clear(): void {
    this.counts.fill(0);
    this.greatest.fill(least);
  }

  /** Puts the vector at a place with those of a kind. */
  add(kind: VectorKind, place: number): void {
    const count = this.counts[kind] as number;
    this.places[kind * mostWords + count] = place;
    this.counts[kind] = count + Number(count < mostWords - 1);
  }

  /** Puts the vector at a place alone for a kind. */
  put(kind: VectorKind, place: number): void {
    this.places[kind * mostWords] = place;
    this.counts[kind] = 1;
  }

  /** How many vectors of a kind there are. */
  count(kind: VectorKind): number {
    return this.counts[kind] as number;
  }

  /** Adds up the vectors of a kind and takes their sum `share` times; it is 0 where there is none. */
  sum(kind: VectorKind, share: number): void {
    const rows = rowsFrom + kind * mostWords * 4;
    const to = sumsFrom + kind * vectorLength * 4;
    this.code.sum(this.count(kind), rows, share * step, greatestFrom, to);
  }

  /** Makes a sum of the greatest of each number among all that was added up. */
  sumGreatest(): void {
    const { greatest } = vectorKinds;
    if ((this.greatest[0] as number) > least) this.put(greatest, greatestFrom);
    this.sum(greatest, 1);
  }
}

/** `worth-vectors.wat`, assembled. */
export const worthVectorsCode: string =
  "AGFzbQEAAAABCQFgBX9/fX9/AAIUAQhvbnJlY29yZAZtZW1vcnkCAAEDAgEABwcBA3N1bQAACqIDAZ8DAgF/DnsgASAAQQJ0aiEFIAP9AAQAIQggA/0ABBAhCQJAA0AgASAFTw0B" +
  "IAEoAgD9AAQAIQYgASgCAP0ABBAhByAIIAb9eCEIIAkgB/14IQkgCiAG/YcB/acB/a4BIQogCyAG/YcB/agB/a4BIQsgDCAG/YgB/acB/a4BIQwgDSAG/YgB/agB/a4BIQ0gDiAH" +
  "/YcB/acB/a4BIQ4gDyAH/YcB/agB/a4BIQ8gECAH/YgB/acB/a4BIRAgESAH/YgB/agB/a4BIREgAUEEaiEBDAALCyADIAj9CwQAIAMgCf0LBBAgALNDAAAAP5T9EyESIAL9EyET" +
  "IAQgCv36ASAS/eQBIBP95gH9CwQAIAQgC/36ASAS/eQBIBP95gH9CwQQIAQgDP36ASAS/eQBIBP95gH9CwQgIAQgDf36ASAS/eQBIBP95gH9CwQwIAQgDv36ASAS/eQBIBP95gH9" +
  "CwRAIAQgD/36ASAS/eQBIBP95gH9CwRQIAQgEP36ASAS/eQBIBP95gH9CwRgIAQgEf36ASAS/eQBIBP95gH9CwRwCw==";
