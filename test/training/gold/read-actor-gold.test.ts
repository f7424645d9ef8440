import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseActorGold, readActorGold } from "#training/gold/read-actor-gold.ts";

const parse = (...rows: string[]) => parseActorGold("gold.tsv", rows.join("\n"));

describe("sources resolved by hand", () => {
  it("are read with their place, kind and line; comments and empty lines are left aside", () => {
    const rows = parse("# a comment", "", "reef_a\t4\t8\tname\tAda Pole");
    expect(rows).toEqual([
      {
        article: "reef_a",
        span: [4, 8],
        kind: "name",
        identity: { who: "speakers", speakers: [{ name: "Ada Pole", named: true }] },
        label: "Ada Pole",
        line: 3,
      },
    ]);
  });

  it.each([
    ["the article's writer", "@author", { who: "author" }],
    ["somebody who cannot be told", "?", { who: "untold" }],
    [
      "somebody never named",
      "~two clerks",
      { who: "speakers", speakers: [{ name: "two clerks", named: false }] },
    ],
    [
      "several, one of them never named",
      "Ada Pole + ~a clerk",
      {
        who: "speakers",
        speakers: [
          { name: "Ada Pole", named: true },
          { name: "a clerk", named: false },
        ],
      },
    ],
  ])("can be %s", (_, label, identity) => {
    expect(parse(`reef\t0\t3\tnominal\t${label}`)[0]?.identity).toEqual(identity);
  });

  it.each([
    ["too few columns", "reef\t0\t3", /^gold\.tsv:2: has 3 columns; there must be five/],
    ["an offset that is none", "reef\tx\t3\tname\tAda", /^gold\.tsv:2: "x" to "3" is no span/],
    ["an end before its start", "reef\t3\t3\tname\tAda", /^gold\.tsv:2: "3" to "3" is no span/],
    ["an unknown kind", "reef\t0\t3\tnoun\tAda", /^gold\.tsv:2: "noun" is no kind .* name, pronoun/],
    ["an empty actor", "reef\t0\t3\tname\t", /^gold\.tsv:2: "" names nobody/],
    ["an empty part", "reef\t0\t3\tname\tAda + ~", /^gold\.tsv:2: "Ada \+ ~" names nobody/],
    ["a source twice", "reef\t5\t9\tname\tAda", /^gold\.tsv:2: resolves the source of line 1 again/],
  ])("are refused by file and line for %s", (_, row, message) => {
    expect(() => parse("reef\t5\t9\tname\tAda Pole", row)).toThrow(message);
  });

  it("are refused in one line where the file is missing", () => {
    expect(() => readActorGold("/nowhere.tsv")).toThrow(/^\/nowhere\.tsv: cannot be read; [^\n]+$/);
  });
});

describe("test/gold/polnear-dev-actors.tsv", () => {
  const sources = readActorGold(join(import.meta.dirname, "../../gold/polnear-dev-actors.tsv"));

  it("resolves more than 400 sources in more than 40 articles, of every kind", () => {
    expect(sources.length).toBeGreaterThan(400);
    expect(new Set(sources.map(({ article }) => article)).size).toBeGreaterThan(40);
    expect(new Set(sources.map(({ kind }) => kind)).size).toBe(4);
  });

  it("is in order of articles and places", () => {
    const inOrder = [...sources].sort((a, b) =>
      a.article === b.article
        ? a.span[0] - b.span[0] || a.span[1] - b.span[1]
        : a.article < b.article
          ? -1
          : 1,
    );
    expect(sources).toEqual(inOrder);
  });

  it("describes in a few words whom the article never names", () => {
    const descriptions = sources.flatMap(({ identity }) =>
      identity.who === "speakers" ? identity.speakers.filter(({ named }) => !named) : [],
    );
    expect(descriptions.filter(({ name }) => name.split(" ").length > 6)).toEqual([]);
  });
});
