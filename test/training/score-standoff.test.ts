import { describe, expect, it } from "vitest";
import { formByMarks } from "#training/evaluation/form-by-marks.ts";
import type { RoleSpans } from "#training/evaluation/match-attributions.ts";
import { parseStandoff } from "#training/evaluation/read-standoff.ts";
import { scoreStandoff } from "#training/evaluation/score-standoff.ts";
import { gridFragments, gridTokens, tokensOf } from "#training/evaluation/token-grid.ts";

const text = "“One,” she said, “two.”\n\nMen fear wolves.";
const split: RoleSpans = {
  source: [[7, 10]],
  cue: [[11, 15]],
  content: [
    [0, 6],
    [17, 23],
  ],
};
const fear: RoleSpans = { source: [[25, 28]], cue: [[29, 33]], content: [[34, 40]] };
const tally = (right: number, wrong: number, missed: number) => ({ right, wrong, missed });

describe("standoff annotation", () => {
  it("is read with its contents in text order, one of them given behind the event", () => {
    const standoff = [
      "T1\tSource 7 10\tshe",
      "T2\tCue 11 15\tsaid",
      "T3\tContent 17 23\t“two.”",
      "T5\tAttribution 11 15\tsaid",
      "E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3 Content2:T4",
      "T4\tContent 0 6\t“One,”",
      "#1\tAnnotatorNotes T1\ta note",
    ].join("\n");
    expect(parseStandoff(standoff)).toEqual([split]);
  });

  it("keeps the parts of a discontinuous span", () => {
    const [attribution] = parseStandoff(
      "T1\tContent 0 6;17 23\t…\nT2\tCue 11 15\tsaid\nE1\tCue:T2 Content:T1",
    );
    expect(attribution?.content).toEqual(split.content);
  });
});

describe("the token grid", () => {
  const tokens = gridTokens("Don't\n\nstop 24h");
  it("splits words, digits and marks", () => {
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 4],
      [4, 5],
      [7, 11],
      [12, 14],
      [14, 15],
    ]);
  });
  it.each([
    ["a span that cuts a token touches it", [[1, 4]], [0, 1]],
    ["an empty span touches nothing", [[5, 5]], []],
    [
      "spans that overlap count a token once",
      [
        [0, 5],
        [3, 11],
      ],
      [0, 1, 2, 3],
    ],
  ] as const)("%s", (_, spans, expected) => {
    expect([...tokensOf(tokens, spans)]).toEqual(expected);
  });
  it("cuts fragments at line ends", () => {
    expect([...gridFragments(tokens, [[3, 11]])]).toEqual(["1-3", "3-4"]);
  });
});

describe("the form by marks", () => {
  it.each([
    ["direct", split.content],
    ["mixed", [[0, 15]]],
    ["indirect", fear.content],
  ] as const)("%s", (form, content) => {
    expect(formByMarks(text, content)).toBe(form);
  });
  it("is not carried past an empty line by a mark left open", () => {
    expect(formByMarks("“One\n\ntwo.” three", [[6, 9]])).toBe("indirect");
  });
});

describe("the measures of a standoff article", () => {
  const score = (
    predicted: readonly RoleSpans[],
    annotations: readonly (readonly RoleSpans[])[] = [[split, fear]],
  ) => scoreStandoff({ name: "x", text, annotations }, predicted).measures;

  it("are all right where prediction and annotation agree", () => {
    for (const [name, { wrong, missed }] of Object.entries(score([fear, split]))) {
      expect([name, wrong, missed]).toEqual([name, 0, 0]);
    }
  });

  it.each<[string, RoleSpans, Record<string, ReturnType<typeof tally>>]>([
    [
      "one fragment of two",
      { ...split, content: [[0, 6]] },
      {
        overlap: tally(1, 0, 1),
        "coverage 30": tally(1, 0, 1),
        "coverage 80": tally(0, 1, 2),
        "exact content": tally(1, 0, 2),
      },
    ],
    [
      "a source elsewhere",
      { ...split, source: [[25, 28]] },
      { overlap: tally(1, 0, 1), linked: tally(0, 1, 2) },
    ],
    [
      "a cue too long",
      { ...fear, cue: [[25, 33]] },
      { "source+content": tally(1, 0, 1), all: tally(0, 1, 2) },
    ],
  ])("%s", (_, predicted, expected) => {
    expect(score([predicted])).toMatchObject(expected);
  });

  it("count every annotator's spans, but the attributions of the first alone", () => {
    const measures = score([split], [[split], [fear]]);
    expect(measures).toMatchObject({ "exact cue": tally(1, 1, 1), overlap: tally(1, 0, 0) });
  });
});
