import { describe, expect, it } from "vitest";
import { selectFrames } from "#extraction/frames/select-frames.ts";

type Labelled = readonly [labels: string, score: number];

/** Chooses from frames of one window, each as labels and score, and gives the labels of those that stay, by cue. */
const select = (frames: readonly Labelled[]): string[] =>
  selectFrames(
    frames.map(([labels, score]) => {
      const cue = labels.indexOf("3");
      return {
        candidate: { from: cue, to: cue + 1, anchor: cue, windowFrom: 0, windowTo: labels.length },
        labels: Uint8Array.from(labels, Number),
        score,
      };
    }),
    20,
  ).map(({ labels }) => labels.join(""));

describe("choosing frames", () => {
  it.each<[string, readonly Labelled[], string[]]>([
    [
      "keeps what is apart, in the order of the cues",
      [
        ["0000013566", 0.6],
        ["1356600000", 0.5],
      ],
      ["1356600000", "0000013566"],
    ],
    [
      "lets a source be shared",
      [
        ["1356600000", 0.9],
        ["1000035666", 0.8],
      ],
      ["1356600000", "1000035666"],
    ],
    [
      "drops the less sure of two with one cue",
      [
        ["1300056600", 0.5],
        ["0356600000", 0.9],
      ],
      ["0356600000"],
    ],
    [
      "drops one that has its cue in a content",
      [
        ["1356666660", 0.9],
        ["0000135600", 0.8],
      ],
      ["1356666660"],
    ],
    [
      "takes away from the less sure what both have, and begins its content anew",
      [
        ["0000000135", 0.9],
        ["1356666660", 0.8],
      ],
      ["1356666000", "0000000135"],
    ],
    [
      "drops one that would lose too much",
      [
        ["0000001356", 0.9],
        ["1300005666", 0.8],
      ],
      ["0000001356"],
    ],
  ])("%s", (_, frames, expected) => {
    expect(select(frames)).toEqual(expected);
  });

  it("begins a content anew that loses its beginning", () => {
    expect(
      select([
        ["1350000000", 0.9],
        ["0056666613", 0.8],
      ]),
    ).toEqual(["1350000000", "0005666613"]);
  });
});
