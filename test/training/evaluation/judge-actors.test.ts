import { describe, expect, it } from "vitest";
import type { Actor } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { comparable } from "#training/evaluation/comparable-actor.ts";
import { judgeActors } from "#training/evaluation/judge-actors.ts";
import type { PredictedActor } from "#training/evaluation/predicted-article.ts";
import { sourceFigures, tallySources } from "#training/evaluation/tally-sources.ts";
import { parseActorGold } from "#training/gold/read-actor-gold.ts";

const text =
  "Ada Pole and Bea Pole met. The Tide Board (TB) met two tired clerks. The clerks, they said, met a porter.";

const at = (words: string): Span => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};

const actor = (name: string, type: Actor["type"], ...mentions: string[]): PredictedActor => ({
  id: name.toLowerCase(),
  name,
  type,
  mentions: mentions.map(at),
});

/** A source by its words, its kind, who it is by hand, and the actor predicted for it. */
type Row = readonly [string, string, string, PredictedActor | null | undefined];

function judge(rows: readonly Row[], actors: readonly PredictedActor[] = []): boolean[] {
  const answered = rows.map(([words, kind, label, predicted]) => {
    const [gold] = parseActorGold("gold.tsv", `x\t${at(words).join("\t")}\t${kind}\t${label}`);
    if (!gold) throw new Error(words);
    return { gold, actor: predicted };
  });
  return judgeActors(text, answered, actors).map(({ right }) => right);
}

const ada = actor("Ada Pole", "person", "Ada Pole");
const bea = actor("Bea Pole", "person", "Bea Pole");

describe("the actor predicted for somebody named", () => {
  it.each<[string, PredictedActor | null, boolean]>([
    ["has the name", ada, true],
    ["has a title before it", actor("Captain Ada Pole", "person"), true],
    ["has a word before it that is no title", actor("Rival Ada Pole", "person"), false],
    ["has the surname only", actor("Pole", "person"), false],
    ["is called so in one place", actor("Pole", "person", "Ada Pole"), true],
    ["is somebody else", bea, false],
    ["is the author", actor("the author", "author"), false],
    ["is nobody", null, false],
  ])("that %s", (_, predicted, right) => {
    expect(judge([["Ada Pole", "name", "Ada Pole", predicted]])).toEqual([right]);
  });

  it("is right under a short name, as long as the article's mentions are with it", () => {
    const board = actor("TB", "organization", "Tide Board", "TB");
    expect(judge([["TB", "name", "Tide Board", board]])).toEqual([true]);
  });

  it("is wrong where it took the mentions of two people under the name of the other", () => {
    const both = actor("Ada Pole", "person", "Ada Pole", "Bea Pole");
    expect(
      judge([
        ["Ada Pole", "name", "Ada Pole", both],
        ["Bea Pole", "name", "Bea Pole", both],
      ]),
    ).toEqual([true, false]);
  });
});

describe("the actor predicted for several", () => {
  it.each([
    ["names all of them", "Ada Pole and Bea Pole", true],
    ["names them in another order", "Bea Pole and Ada Pole", true],
    ["names one", "Ada Pole", false],
    ["names one too many", "Ada Pole, Bea Pole and Tide Board", false],
  ])("that %s", (_, name, right) => {
    expect(judge([["they", "pronoun", "Ada Pole + Bea Pole", actor(name, "group")]])).toEqual([right]);
  });

  it("is right by members that the article names so", () => {
    const board = actor("TB", "organization", "Tide Board", "TB");
    const group = actor("Ada Pole and TB", "group");
    expect(judge([["they", "pronoun", "Ada Pole + Tide Board", group]], [ada, board])).toEqual([true]);
  });
});

describe("the actor predicted for somebody never named", () => {
  const clerks = actor("The clerks", "group", "The clerks");
  const porter = actor("a porter", "unnamed", "a porter");

  it.each<[string, Row[], boolean[]]>([
    [
      "has the same description",
      [["they", "pronoun", "~two tired clerks", actor("tired clerks", "group")]],
      [true],
    ],
    [
      "is described so in one place",
      [["they", "pronoun", "~clerks", actor("staff", "group", "The clerks")]],
      [true],
    ],
    ["is made of the phrase itself", [["two tired clerks", "nominal", "~staff", clerks]], [true]],
    [
      "is that of the phrase they stand for",
      [
        ["The clerks", "nominal", "~tired staff", clerks],
        ["they", "pronoun", "~tired staff", clerks],
      ],
      [true, true],
    ],
    ["has fewer of the words", [["they", "pronoun", "~tired clerks of Wick", clerks]], [true]],
    ["has other words and no phrase with it", [["they", "pronoun", "~tired staff", clerks]], [false]],
    ["is the author", [["two tired clerks", "nominal", "~staff", actor("the author", "author")]], [false]],
    ["is nobody", [["they", "pronoun", "~clerks", null]], [false]],
  ])("that %s", (_, rows, right) => {
    expect(judge(rows)).toEqual(right);
  });

  it("is wrong for a source that is not with the others", () => {
    expect(
      judge([
        ["two tired clerks", "nominal", "~staff", clerks],
        ["The clerks", "nominal", "~staff", clerks],
        ["they", "pronoun", "~staff", porter],
      ]),
    ).toEqual([true, true, false]);
  });

  it("is wrong where most of its sources are somebody else's", () => {
    expect(
      judge([
        ["two tired clerks", "nominal", "~staff", clerks],
        ["The clerks", "nominal", "~staff", clerks],
        ["a porter", "nominal", "~helper", clerks],
      ]),
    ).toEqual([true, true, false]);
  });

  it("is wrong under the name of somebody in the gold, or a name of its own", () => {
    const stray = actor("Zed Moor", "person");
    expect(
      judge([
        ["Ada Pole", "name", "Ada Pole", ada],
        ["they", "pronoun", "~staff", ada],
        ["a porter", "nominal", "~helper", stray],
      ]),
    ).toEqual([true, false, false]);
  });
});

describe("judging", () => {
  it("knows the author, and leaves out what nobody can tell", () => {
    expect(
      judge([
        ["they", "pronoun", "@author", actor("Mina Stroud", "author")],
        ["a porter", "nominal", "?", ada],
        ["TB", "name", "@author", ada],
      ]),
    ).toEqual([true, false]);
  });

  it.each([
    ["The Tide Board’s", "tide board"],
    ["some tired clerks", "tired clerks"],
    ["another clerk", "another clerk"],
    ["José N. Ruíz", "jose n ruiz"],
    ["“Bo” O’Hara", "bo o'hara"],
  ])("compares %s as %s", (name, expected) => {
    expect(comparable(name)).toBe(expected);
  });

  it("counts found, resolved and right ones by kind", () => {
    const [gold] = parseActorGold("gold.tsv", "x\t0\t8\tname\tAda Pole");
    if (!gold) throw new Error("no row");
    const judged = [
      { gold, actor: ada, right: true },
      { gold, actor: bea, right: false },
      { gold, actor: null, right: false },
      { gold, actor: undefined, right: false },
    ];
    const { name, pronoun, all } = tallySources(judged);
    expect(name).toEqual({ gold: 4, found: 3, resolved: 2, right: 1 });
    expect(pronoun.gold).toBe(0);
    expect(sourceFigures(all)).toMatchObject({
      foundShare: 0.75,
      resolvedShare: 2 / 3,
      rightShare: 0.5,
      rightOfAll: 0.25,
    });
    expect(sourceFigures(pronoun)).toMatchObject({ foundShare: 0, rightShare: 0 });
  });
});
