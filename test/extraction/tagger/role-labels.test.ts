import { describe, expect, it } from "vitest";
import { labelSpans, mayFollow, type WordPlaces } from "#extraction/tagger/role-labels.ts";

/** Words of four letters with a blank between, in paragraphs of four words. */
const words: WordPlaces = {
  length: 8,
  start: Int32Array.from({ length: 9 }, (_, word) => word * 5),
  end: Int32Array.from({ length: 9 }, (_, word) => word * 5 + 4),
  paragraph: Int32Array.from({ length: 9 }, (_, word) => Math.floor(word / 4)),
};
const none = { source: [], cue: [], content: [] };

describe("labels of words", () => {
  it.each<[string, Parameters<typeof labelSpans>[1], string]>([
    ["nothing", [], "00000000"],
    ["a source, a cue and a content", [{ source: [[0, 4]], cue: [[5, 9]], content: [[10, 19]] }], "13560000"],
    ["a word half covered at both ends", [{ ...none, content: [[2, 12]] }], "56600000"],
    ["words less than half covered at both ends", [{ ...none, content: [[3, 11]] }], "05000000"],
    [
      "a content in two fragments",
      [
        {
          ...none,
          content: [
            [0, 9],
            [15, 19],
          ],
        },
      ],
      "56050000",
    ],
    [
      "fragments that touch",
      [
        {
          ...none,
          content: [
            [0, 9],
            [10, 19],
          ],
        },
      ],
      "56560000",
    ],
    ["a content over two paragraphs", [{ ...none, content: [[10, 29]] }], "00565600"],
    ["a cue inside a content", [{ ...none, cue: [[5, 9]], content: [[0, 19]] }], "53560000"],
    [
      "two sources on one word: the first one's",
      [
        { ...none, source: [[0, 9]] },
        { ...none, source: [[5, 14]] },
      ],
      "12100000",
    ],
    ["a span behind the last word", [{ ...none, content: [[35, 90]] }], "00000005"],
  ])("%s", (_, attributions, labels) => {
    expect(labelSpans(words, attributions).join("")).toBe(labels);
  });

  it("go on only with what has begun", () => {
    const allowed = [0, 1, 2, 3].map((before) => [0, 1, 2, 3, 4].filter((label) => mayFollow(before, label)));
    expect(allowed).toEqual([
      [0, 1, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 3, 4],
    ]);
  });
});
