import { describe, expect, it } from "vitest";
import { selectFrames } from "#extraction/frames/select-frames.ts";
import { relations } from "#extraction/syntax/relations.ts";

type Labelled = readonly [labels: string, score: number];

/** A word that depends on another by a relation. */
type Edge = readonly [word: number, relation: (typeof relations)[number], head: number];

/** Chooses from frames of one window, each as labels and score, and gives the labels of those that stay, by cue. */
const select = (frames: readonly Labelled[], edges: readonly Edge[] = []): string[] =>
  selectFrames(
    frames.map(([labels, score]) => {
      const cue = labels.indexOf("3");
      return {
        candidate: { from: cue, to: cue + 1, anchor: cue, windowFrom: 0, windowTo: labels.length },
        labels: Uint8Array.from(labels, Number),
        score,
      };
    }),
    treeOf(edges),
  ).map(({ labels }) => labels.join(""));

function treeOf(edges: readonly Edge[]) {
  const [length, none] = [20, -1];
  const tree = { length, head: new Int32Array(length).fill(none), relation: new Uint8Array(length) };
  for (const [word, relation, head] of edges) {
    tree.head[word] = head;
    tree.relation[word] = relations.indexOf(relation);
  }
  return tree;
}

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

  /** "She said it was over and warned them": 1 is "said", 7 "warned", 6 "and". */
  const joined: readonly Labelled[] = [
    ["1356666666", 0.9],
    ["1000000356", 0.5],
  ];
  it("ends a content before a verb that is joined to its cue and has a frame", () => {
    const tree: Edge[] = [
      [7, "conj", 1],
      [6, "cc", 7],
    ];
    expect(select(joined, tree)).toEqual(["1356660000", "1000000356"]);
  });

  it.each<[string, Edge[]]>([
    ["joined to another word", [[7, "conj", 3]]],
    ["below its cue in another way", [[7, "advcl", 1]]],
  ])("does not where the verb is %s", (_, tree) => {
    expect(select(joined, tree)).toEqual(["1356666666"]);
  });

  it("does not for a frame that is too unsure", () => {
    expect(
      select(
        [
          ["1356666666", 0.9],
          ["1000000356", 0.2],
        ],
        [[7, "conj", 1]],
      ),
    ).toEqual(["1356666666"]);
  });

  it.each<[string, readonly Labelled[], string[]]>([
    [
      "gives a frame the fragment that it has alone, where the surer one has another",
      [
        ["0005666013560000", 0.9],
        ["1305666000000000", 0.8],
      ],
      ["1305666000000000", "0000000013560000"],
    ],
    [
      "leaves it to the surer one where that has nothing else",
      [
        ["0005666013000000", 0.9],
        ["1305666000000000", 0.8],
      ],
      ["0005666013000000"],
    ],
    [
      "keeps of a frame what is beside its cue and free",
      [
        ["1356666600000000", 0.9],
        ["0056666601356600", 0.8],
      ],
      ["1356666600000000", "0000000001356600"],
    ],
    [
      "does not keep what is far from it",
      [
        ["1356666600000000", 0.9],
        ["0056666603000566", 0.8],
      ],
      ["1356666600000000"],
    ],
  ])("%s", (_, frames, expected) => {
    expect(select(frames)).toEqual(expected);
  });
});
