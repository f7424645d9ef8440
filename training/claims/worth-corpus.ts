import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { worthInputs } from "#extraction/claims/worth-inputs.ts";
import { worthPlaces } from "#extraction/claims/worth-model.ts";
import type { WorthVectors } from "#extraction/claims/worth-vectors.ts";
import { readWorthWords, type WorthReading } from "#extraction/claims/worth-words.ts";

/** A sentence that somebody has judged. */
export interface JudgedSentence {
  /** Its number: sentences of one debate have numbers near each other. */
  readonly number: number;
  readonly text: string;
  /** Whether it is worth a check. */
  readonly worthy: boolean;
}

/** A judged sentence as it is learned from. */
export interface WorthExample {
  readonly number: number;
  readonly worthy: boolean;
  /** See `worthPlaces`. */
  readonly places: Int32Array;
  /** See `worthInputs`. */
  readonly inputs: Float32Array;
}

/**
 * Reads sentences in the format of CheckThat! Lab 2024, task 1: lines of number, text and `Yes` or `No`, with tabs
 * between and a header; a text may stand in quotation marks, those in it doubled.
 *
 * @throws Error, one line for the user, where a line is no such line
 */
export function parseJudged(table: string, name: string): JudgedSentence[] {
  // Where files were joined, a label and the next number can stand without a line end between them.
  const [, ...lines] = table.replace(/(\t(?:Yes|No))(?=\d+\t)/gu, "$1\n").split(/\r?\n/u);
  return lines.flatMap((line, at) => {
    if (line === "") return [];
    const [number = "", text, label, ...more] = line.split("\t");
    if (!/^\d+$/u.test(number) || text === undefined || !/^(?:Yes|No)$/u.test(label ?? "") || more.length > 0)
      throw new Error(`${name}:${at + 2}: is not number, text and Yes or No with tabs between`);
    return [{ number: Number(number), text: unquoted(text), worthy: label === "Yes" }];
  });
}

const unquoted = (text: string): string =>
  /^".*"$/su.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;

/** Reads a file of judged sentences. */
export const readJudged = (folder: string, file: string): JudgedSentence[] =>
  parseJudged(readFileSync(join(folder, file), "utf8"), `${basename(folder)}/${file}`);

/** Sentences with their features, as `reading` tags and parses them. */
export const worthExamples = (
  sentences: readonly JudgedSentence[],
  reading: WorthReading,
  vectors: WorthVectors,
  report: (done: number, of: number) => void = () => {},
): WorthExample[] =>
  sentences.map(({ number, text, worthy }, at) => {
    if (at % 500 === 0) report(at, sentences.length);
    const words = readWorthWords(text, reading);
    return { number, worthy, places: worthPlaces(words), inputs: worthInputs(words, vectors) };
  });
