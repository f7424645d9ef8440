import { describe, expect, it } from "vitest";
import { csvLine } from "#commands/presentation/csv.ts";
import { displayWidth, fitted, onOneLine } from "#commands/presentation/display-width.ts";
import { presentExtraction } from "#commands/presentation/extraction-table.ts";
import { placesIn } from "#commands/presentation/place-in-text.ts";
import type { Attribution, Extraction } from "#extraction/extraction.ts";
import type { Span } from "#extraction/span.ts";
import { plainFact } from "../../claim-fields.ts";

const attribution = (id: string, content: Span[], rest: Partial<Attribution> = {}): Attribution => ({
  id,
  source: [],
  cue: [],
  content,
  form: "direct",
  actor: "ilse-odell",
  act: "assert",
  negated: false,
  hedged: false,
  confidence: 0.9,
  repeats: null,
  decidedBy: { roles: "test", actor: "test" },
  ...rest,
});

const text = "“It is\nshut,” she said.\r\n“For good.” It was built in 1874.";
const extraction: Extraction = {
  title: "Town loses its bridge",
  byline: ["Ana Ruiz", "Ben Cole"],
  published: null,
  actors: [{ id: "ilse-odell", name: "Ilse Odell", type: "person", roles: [], ids: {}, mentions: [] }],
  attributions: [
    attribution("a1", [[0, 13]]),
    attribution("a2", [[25, 36]], { actor: null }),
    attribution("a3", [[25, 36]], { repeats: "a2" }),
  ],
  claims: [
    {
      id: "c1",
      content: [[37, 58]],
      attribution: null,
      actor: null,
      ...plainFact,
      checkWorthy: 1,
      statement: null,
      ambiguous: [],
      repeats: null,
    },
  ],
  quotes: [],
  extractor: "test",
};

describe("the table", () => {
  it("shows who said what, and where", () => {
    expect(presentExtraction("bridge.txt", text, extraction, { width: 80, colour: false })).toEqual([
      "bridge.txt",
      "  Town loses its bridge",
      "  By Ana Ruiz and Ben Cole",
      "  ACTOR       FORM    TEXT                                          PLACE",
      "  Ilse Odell  direct  “It is shut,”                                 1:1 [0,13]",
      "  unresolved  direct  “For good.”                                   3:1 [25,36]",
      "  unresolved  claim   It was built in 1874.                         3:13 [37,58]",
      "  1 printed again and not shown twice.",
      "  WORTH A CHECK",
      "  1.00  unresolved  It was built in 1874.",
    ]);
  });

  it("ends with the claims that are worth a check, each once, the most worth first", () => {
    const [claim] = extraction.claims;
    if (!claim) throw new Error("no claim");
    const claims = [
      { ...claim, id: "c2", checkWorthy: 0.6, actor: "ilse-odell", statement: "[The bridge] was shut." },
      claim,
      { ...claim, id: "c3", checkWorthy: 0.4 },
      { ...claim, id: "c4", checkWorthy: 0.9, repeats: "c1" },
    ];
    const lines = presentExtraction("a", text, { ...extraction, claims }, { width: 80, colour: false });
    expect(lines.slice(lines.indexOf("  WORTH A CHECK") + 1)).toEqual([
      "  1.00  unresolved  It was built in 1874.",
      "  0.60  Ilse Odell  [The bridge] was shut.",
    ]);
  });

  it("shows five of them at most, and no heading without any", () => {
    const [claim] = extraction.claims;
    if (!claim) throw new Error("no claim");
    const shown = (claims: Extraction["claims"]): number => {
      const lines = presentExtraction("a", text, { ...extraction, claims }, { width: 80, colour: false });
      const at = lines.indexOf("  WORTH A CHECK");
      return at < 0 ? 0 : lines.length - at - 1;
    };
    expect(shown(Array.from({ length: 7 }, () => claim))).toBe(5);
    expect(shown([{ ...claim, checkWorthy: 0.49 }])).toBe(0);
  });

  it.each([60, 80, 120])("stays within %i columns", (width) => {
    const long = "word 語 😀 ".repeat(60);
    const wide = {
      ...extraction,
      title: long,
      actors: [],
      attributions: [attribution("a1", [[0, 500]], { actor: long })],
    };
    const lines = presentExtraction(long, long, { ...wide, claims: [] }, { width, colour: false });
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it.each([0, 1, 2, 30])("is drawn for a terminal that says it has %i columns", (width) => {
    const lines = presentExtraction(
      "bridge.txt",
      text,
      { ...extraction, title: "A title" },
      { width, colour: false },
    );
    expect(lines.join("\n")).toContain("Ilse Odell");
  });

  it("puts the text on a line of its own where little room is left", () => {
    const lines = presentExtraction("bridge.txt", text, extraction, { width: 70, colour: false });
    expect(lines.slice(3, 5)).toEqual(["  Ilse Odell  direct  1:1 [0,13]", "    “It is shut,”"]);
  });

  it("uses colours only when asked", () => {
    expect(presentExtraction("a", text, extraction, { width: 80, colour: true }).join("")).toContain(
      "\u001b[1m",
    );
  });

  it("says when there is nothing", () => {
    const nothing = { ...extraction, attributions: [], claims: [] };
    expect(presentExtraction("a", text, nothing, { width: 80, colour: false }).at(-1)).toMatch(
      /Nobody is quoted/u,
    );
  });
});

describe("cells", () => {
  it.each([
    ["short", 7, "short  "],
    ["exactly", 7, "exactly"],
    ["too long", 7, "too lo…"],
    ["語語語語", 7, "語語語…"],
    ["語語語", 6, "語語語"],
    ["", 2, "  "],
  ])("%s in %i columns", (cell, columns, filled) => expect(fitted(cell, columns)).toBe(filled));

  it("cannot steer the terminal", () => expect(onOneLine("a\u001b[2J\r\n b\u202e")).toBe("a[2J b"));

  it("are quoted in CSV where they must be", () => {
    expect(csvLine(["a", 'say "b"', "c,d", "e\nf"])).toBe('a,"say ""b""","c,d","e\nf"\r\n');
  });
});

it("counts lines by LF, CRLF and CR", () => {
  const place = placesIn("a\nb\r\nc\rd");
  expect([0, 2, 3, 5, 7].map(place).map(({ line, column }) => `${line}:${column}`)).toEqual([
    "1:1",
    "2:1",
    "2:2",
    "3:1",
    "4:1",
  ]);
});
