import { describe, expect, it } from "vitest";
import { decodeFrame } from "#extraction/frames/decode-frame.ts";
import { labelStride } from "#extraction/tagger/chain-steps.ts";
import { LinearChain } from "#extraction/tagger/linear-chain.ts";

/** Decodes five words of which the third may be a cue; by word and label, scores. */
function decode(scores: readonly (readonly [word: number, label: number, score: number])[]): string | null {
  const chain = new LinearChain();
  chain.reserve(5);
  for (const [word, label, score] of scores) chain.emission[word * labelStride + label] = score;
  const frame = decodeFrame(chain, { from: 12, to: 13, anchor: 12, windowFrom: 10, windowTo: 15 });
  return frame && [...frame.labels].join("");
}
const [cue, source] = [
  [2, 3, 4],
  [1, 1, 8],
] as const;

describe("decoding a frame", () => {
  it.each<[string, Parameters<typeof decode>[0], string | null]>([
    ["gives a cue with its source and content", [cue, source, [0, 0, 8], [3, 5, 8], [4, 6, 8]], "01356"],
    ["has a cue at the candidate, however unlikely", [[2, 0, 2], source, [3, 5, 8]], "01350"],
    [
      "has a cue where one is likely enough, though the best labels have none",
      [
        [0, 0, 8],
        [1, 0, 8],
        [2, 0, 3],
        [2, 3, 2.9],
        [2, 1, -9],
        [2, 5, -9],
        [3, 5, 8],
        [4, 0, 8],
      ],
      "00350",
    ],
    [
      "finds a content that is a little worse than none",
      [cue, [0, 0, 8], [1, 0, 8], [3, 0, 8], [3, 5, 4], [4, 0, 8]],
      "00350",
    ],
    ["gives nothing where none is at all likely", [cue, [0, 0, 8], [1, 0, 8], [3, 0, 8], [4, 0, 8]], null],
  ])("%s", (_, scores, expected) => {
    expect(decode(scores)).toBe(expected);
  });
});
