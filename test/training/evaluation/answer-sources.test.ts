import { describe, expect, it } from "vitest";
import type { Span } from "#extraction/span.ts";
import { judgeEndToEnd, judgeResolverAlone } from "#training/evaluation/answer-sources.ts";
import type { PredictedActor } from "#training/evaluation/predicted-article.ts";
import { parseActorGold } from "#training/gold/read-actor-gold.ts";

const text = [
  "The tide was late, Ada Pole said on Monday.",
  "Captain Tom Reed said she was right. He praised her.",
].join("\n\n");

/** The place of some words of the text, the `nth` time (from 1) that they stand there. */
function at(words: string, nth = 1): Span {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return [start, start + words.length];
}

const sources = parseActorGold(
  "gold.tsv",
  [
    `tide\t${at("Ada Pole").join("\t")}\tname\tAda Pole`,
    `tide\t${at("Captain Tom Reed").join("\t")}\tname\tTom Reed`,
    `tide\t${at("He").join("\t")}\tpronoun\tTom Reed`,
  ].join("\n"),
);
const ada: PredictedActor = { id: "ada", name: "Ada Pole", type: "person", mentions: [] };
const tom: PredictedActor = { id: "tom", name: "Tom Reed", type: "person", mentions: [] };

describe("sources judged end to end", () => {
  it("have the actor of the predicted source that shares most with them", () => {
    const [start, end] = at("Captain Tom Reed");
    const judged = judgeEndToEnd(text, sources, {
      attributions: [
        { source: [[start, start + 3]], cue: [], content: [], actor: "ada" },
        { source: [[start + 8, end]], cue: [], content: [], actor: "tom" },
        { source: [at("Ada Pole")], cue: [], content: [], actor: null },
      ],
      actors: [ada, tom],
    });
    expect(judged.map(({ actor, right }) => [actor === undefined ? "not found" : actor, right])).toEqual([
      [null, false],
      [tom, true],
      ["not found", false],
    ]);
  });
});

describe("the resolver judged alone", () => {
  it("is given the corpus' attributions, and sources that belong to none", () => {
    const judged = judgeResolverAlone(
      {
        name: "tide",
        text,
        annotations: [
          [
            { source: [at("Ada Pole")], cue: [at("said")], content: [at("The tide was late")] },
            { source: [at("Captain Tom Reed")], cue: [at("said", 2)], content: [at("she was right")] },
          ],
        ],
      },
      sources,
    );
    expect(judged.map(({ actor, right }) => [actor?.name, right])).toEqual([
      ["Ada Pole", true],
      ["Tom Reed", true],
      ["Tom Reed", true],
    ]);
  });
});
