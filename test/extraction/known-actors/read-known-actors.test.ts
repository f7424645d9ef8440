import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readKnownActors } from "#extraction/known-actors/read-known-actors.ts";

const knownIn = (text: string) => {
  const read = readKnownActors(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.actors;
};
const problemOf = (text: string): string | null => {
  const read = readKnownActors(text);
  return "problem" in read ? read.problem : null;
};

const ilse = {
  name: "Ilse Falk",
  type: "person",
  aliases: ["Falk", "the Iron Governor"],
  ids: { wikidata: "Q1" },
};

describe("a file of known actors", () => {
  it.each([
    ["with commas", "name,type,aliases,wikidata\nIlse Falk,person,Falk | the Iron Governor,Q1\n"],
    ["with semicolons", "name;type;aliases;wikidata\r\nIlse Falk;person;Falk|the Iron Governor;Q1\r\n"],
    ["with tabs", "name\ttype\taliases\twikidata\nIlse Falk\tPerson\tFalk|the Iron Governor\tQ1"],
    [
      "in another order, with quotation marks, a byte order mark and an empty line",
      '\u{FEFF}wikidata,aliases,name,type\n\n"Q1","Falk|the Iron Governor","Ilse Falk",person\n',
    ],
  ])("%s", (_, text) => {
    expect(knownIn(text).called("Ilse Falk")).toEqual(ilse);
  });

  it("needs names only", () => {
    expect(knownIn("name\nIlse Falk\n").called("ilse falk")).toEqual({
      name: "Ilse Falk",
      type: null,
      aliases: [],
      ids: {},
    });
  });

  it.each([["Falk"], ["FALK"], ["the iron governor"], ["Iron Governor"], ["Ílse  Falk"]])(
    "finds its actor by %s",
    (name) => {
      const actors = knownIn("name,aliases\nIlse Falk,Falk|the Iron Governor\nTom Reyes,\n");
      expect(actors.called(name)?.name).toBe("Ilse Falk");
      expect(actors.called("Reyes")).toBeNull();
    },
  );

  it("has a version that follows its content, not its writing", () => {
    const version = (text: string) => knownIn(text).version;
    const plain = version("name,aliases\nIlse Falk,Falk\n");
    expect(plain).toMatch(/^[0-9a-f]{8}$/u);
    expect(version('name;aliases\r\n"Ilse Falk"; Falk\r\n')).toBe(plain);
    expect(version("name,aliases\nIlse Falk,I. Falk\n")).not.toBe(plain);
    expect(version("name\n")).toBeNull();
  });

  it.each([
    ["", /^is empty; the first line names the columns/u],
    ["Ilse Falk,person\n", /^line 1: has no column “name”/u],
    ["name,type,type\n", /^line 1: the column “type” is there twice/u],
    ["name,wiki data\n", /^line 1: “wiki data” is no name for a column/u],
    [
      `name,${"abcdefghijklmnopqrstuvwxyzabcd".split("").map((letter, at) => `${letter}${at}`)}\n`,
      /columns; 30 are/u,
    ],
    ["name,type\nIlse Falk,human\n", /^line 2: type “human” is not known; give person, organization/u],
    ["name,type\n\nTom Reyes,\n,person\n", /^line 4: has no name/u],
    ["name\n***\n", /^line 2: name: needs a letter/u],
    ["name,type\nFalk, Ilse,person\n", /^line 2: has 3 fields for 2 columns; put/u],
    ["name,aliases\nIlse Falk,Falk\nTom Falk,falk\n", /^line 3: “falk” is on line 2 too; one name/u],
    ["name\nIlse Falk\nThe ILSE Falk\n", /^line 3: “The ILSE Falk” is on line 2 too/u],
    ['name,aliases\nTom Reyes,"T.\nReyes"\nIlse Falk,"Falk\n', /^line 4: a quotation mark is opened/u],
    [`name\n${"a".repeat(201)}\n`, /^line 2: name: /u],
  ])("%j is refused in one line", (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
    expect(problemOf(text)).not.toContain("\n");
  });

  it("is read or refused whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = readKnownActors(`name,aliases\n${text}`);
        expect("problem" in read ? read.problem : read.actors).toBeTruthy();
      }),
    );
  });
});
