import { expect, it } from "vitest";
import { analyse, readSentence } from "#extraction/syntax/analyse.ts";
import { GrowingWords } from "#extraction/tagger/growing-words.ts";
import { smallReading } from "../../training/roles/small-roles.ts";

it.each([
  ["prose", "Lina Marsten said the ferry was late. ", 30],
  ["words shorter than any prose has, so that there must be more room", "a b ", 400],
])("puts sentences behind one another with their trees: %s", (_, sentence, times) => {
  const text = sentence.repeat(times);
  const words = new GrowingWords(text.length);
  const one = analyse(text, [0, sentence.length], smallReading.syntax);
  const { syntax } = smallReading;
  for (let index = 0; index < times; index++)
    words.add(
      readSentence(text, [index * sentence.length, (index + 1) * sentence.length], syntax),
      syntax,
      index,
    );
  expect(words.length).toBe(times * one.length);
  expect(words.start.length).toBeGreaterThan(words.length);
  for (let index = 0; index < times; index++) {
    const [from, to] = [index * one.length, (index + 1) * one.length];
    expect([...words.start.subarray(from, to)]).toEqual(
      [...one.start].map((start) => index * sentence.length + start),
    );
    expect([...words.head.subarray(from, to)]).toEqual(
      [...one.head].map((head) => (head < 0 ? -1 : from + head)),
    );
    expect([...words.tag.subarray(from, to)]).toEqual([...one.tag]);
    expect([...words.lower.subarray(from, to)]).toEqual([...one.lower]);
    expect(new Set(words.sentence.subarray(from, to))).toEqual(new Set([index]));
  }
});
