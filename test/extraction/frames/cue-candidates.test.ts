import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cueCandidates, leastProbable } from "#extraction/frames/cue-candidates.ts";
import { labelCount } from "#extraction/tagger/role-labels.ts";
import { newsText } from "../news-text.ts";
import { readWords, surePass } from "./read-words.ts";

const text = "Ada has never said the boat was late.";
const words = readWords(text);
/** Candidates as text, the anchor behind a slash. */
const found = (...pass: Parameters<typeof surePass>): string[] =>
  cueCandidates(words, surePass(...pass)).map(({ from, to, anchor }) =>
    [
      text.slice(words.start[from], words.end[to - 1]),
      text.slice(words.start[anchor], words.end[anchor]),
    ].join(" / "),
  );

describe("candidates for cues", () => {
  it.each<[string, Parameters<typeof surePass>, string[]]>([
    [
      "are the cues of the first pass, with a verb of theirs as anchor",
      ["134456660"],
      ["has never said / said"],
    ],
    ["are words that are hardly ever a cue", ["100000000", [[3, 3, leastProbable + 0.01]]], ["said / said"]],
    ["are no words that are even less likely one", ["100000000", [[3, 3, leastProbable - 0.01]]], []],
    [
      "go on as long as that is likely",
      [
        "000000000",
        [
          [1, 3, 0.3],
          [2, 4, 0.5],
          [3, 4, 0.3],
        ],
      ],
      ["has never / has"],
    ],
    [
      "give way to a cue that they overlap",
      [
        "100340000",
        [
          [2, 3, 0.2],
          [3, 4, 0.6],
        ],
      ],
      ["said the / said"],
    ],
    ["do not begin inside a cue", ["134400000", [[3, 3, 0.2]]], ["has never said / said"]],
  ])("%s", (_, pass, expected) => {
    expect(found(...pass)).toEqual(expected);
  });

  it("have a window of some sentences of their paragraph", () => {
    const sentence = "It is late. ";
    const long = readWords(`${sentence.repeat(3)}\n\n${sentence.repeat(9)}`);
    const digits = Array.from({ length: long.length }, (_, word) => (word === 4 * 7 ? "3" : "0")).join("");
    expect(cueCandidates(long, surePass(digits))).toEqual([
      { from: 28, to: 29, anchor: expect.any(Number), windowFrom: 5 * 4, windowTo: 12 * 4 },
    ]);
  });

  it("keep windows in one paragraph and below a width, whatever the first pass says", () => {
    const probabilities = fc.array(fc.constantFrom(0, 0.05, 0.2, 0.45, 0.9), { minLength: 7, maxLength: 70 });
    fc.assert(
      fc.property(fc.array(newsText, { maxLength: 4 }), probabilities, fc.nat(), (texts, values, seed) => {
        const read = readWords(texts.join(" "));
        const { length, paragraph } = read;
        const marginals = Float32Array.from(
          { length: length * labelCount },
          (_, at) => values[(at * 31 + seed) % values.length] ?? 0,
        );
        const labels = Uint8Array.from({ length }, (_, word) => (word + seed) % 5);
        let before = 0;
        for (const candidate of cueCandidates(read, { labels, marginals })) {
          const { from, to, anchor, windowFrom, windowTo } = candidate;
          expect(from).toBeGreaterThanOrEqual(before);
          expect([windowFrom <= from, from < to, to <= windowTo]).toEqual([true, true, true]);
          expect([from <= anchor, anchor < to]).toEqual([true, true]);
          expect(paragraph[windowFrom]).toBe(paragraph[windowTo - 1]);
          expect(windowTo - windowFrom).toBeLessThanOrEqual(350);
          before = to;
        }
      }),
      { numRuns: 100 },
    );
  });
});
