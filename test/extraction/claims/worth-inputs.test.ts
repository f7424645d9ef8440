import { describe, expect, it } from "vitest";
import { worthInputCount, worthInputs } from "#extraction/claims/worth-inputs.ts";
import { vectorLength, WorthVectors } from "#extraction/claims/worth-vectors.ts";
import { readWorthWords } from "#extraction/claims/worth-words.ts";
import { tags } from "#extraction/syntax/tags.ts";
import { lowerHash } from "#extraction/syntax/word-forms.ts";
import { shippedTaggers } from "#extraction/taggers.ts";

const taggers = shippedTaggers();
const words = [..."taxes|fares|rose|fell".split("|")];
const hashes = Int32Array.from(words.map((word) => lowerHash(word)).sort((a, b) => a - b));
// Every number of a word's vector is the place of the word in the list, and a half.
const steps = Int8Array.from(
  [...hashes].flatMap((hash) =>
    Array(vectorLength).fill(2 * words.findIndex((word) => lowerHash(word) === hash)),
  ),
);
const vectors = new WorthVectors(hashes, steps);
const inputs = (text: string): Float32Array => worthInputs(readWorthWords(text, taggers), vectors);
const block = (text: string, at: number): number => inputs(text)[at * vectorLength] ?? 0;
const [nouns, verbs, , most, top, subject] = [0, 1, 2, 3, 4, 5] as const;

describe("the numbers that the hidden layer sees", () => {
  it.each<[string, string, number, number]>([
    ["the nouns added up", "Taxes and fares rose.", nouns, (0.25 + 1.25) / Math.sqrt(3)],
    ["the verbs added up", "Taxes rose.", verbs, 2.25 / Math.sqrt(2)],
    ["the greatest of each number", "Taxes rose.", most, 2.25],
    ["the topmost word", "Fares fell.", top, 3.25],
    ["the subject", "Fares fell.", subject, 1.25],
    ["nothing for a name", "Lina Marsten.", most, 0],
  ])("hold %s", (_, text, at, expected) => {
    expect(block(text, at)).toBeCloseTo(expected, 5);
  });

  it("count tags, and say which there are", () => {
    const at = 6 * vectorLength + (tags as readonly string[]).indexOf("NNS");
    expect(inputs("Taxes and fares rose.")[at]).toBeCloseTo(2 / Math.sqrt(5), 5);
    expect(inputs("Taxes and fares rose.")[at + tags.length]).toBe(1);
  });

  it("are as many for any text, and all 0 but the marks of shortness where there is no word", () => {
    expect(inputs("")).toHaveLength(worthInputCount);
    expect([...inputs("")].filter((one) => one !== 0)).toEqual([1, 1]);
  });
});
