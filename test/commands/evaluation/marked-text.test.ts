import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { markedText } from "#commands/evaluation/marked-text.ts";
import type { RoleSpans } from "#training/evaluation/match-attributions.ts";

const text = "First line.\nAda Pole said\tit would rain, and more.\nLast line.";
const marked: RoleSpans = { source: [[12, 20]], cue: [[21, 25]], content: [[26, 39]] };

describe("marked text", () => {
  it("names the roles where there is no colour, on one line and not beyond its own", () => {
    expect(markedText(text, marked, [], false)).toBe(
      "source[Ada Pole] cue[said] content[it would rain], and more.",
    );
  });

  it("has nothing but colours besides the text on a terminal", () => {
    const line = markedText(text, marked, [], true);
    expect(line).toContain("\u001b[36mAda Pole\u001b[39m");
    expect(stripVTControlCharacters(line)).toBe("Ada Pole said it would rain, and more.");
  });

  it("shows what else must be in view", () => {
    expect(markedText(text, { source: [], cue: [[21, 25]], content: [] }, [[0, 5]], false)).toMatch(
      /^First line\. Ada Pole cue\[said\]/,
    );
  });

  it("begins and ends with whole words, and cuts the middle of what is long", () => {
    const long = `${"before ".repeat(20)}said ${"content ".repeat(60)}${"behind ".repeat(20)}`;
    const line = markedText(long, { source: [], cue: [[140, 144]], content: [[145, 624]] }, [], false);
    expect(line).toMatch(/^(?:before )+cue\[said\] content\[content .* … .*content\](?: behind)+$/);
    expect(line.length).toBeLessThan(320);
  });

  it.each([
    ["spans that overlap", { source: [[12, 20]], cue: [[15, 25]], content: [] }, "source[Ada Pole] said"],
    ["a span beyond the text", { source: [], cue: [], content: [[900, 950]] }, "content[]"],
    ["no span at all", { source: [], cue: [], content: [] }, ""],
  ] satisfies [string, RoleSpans, string][])("does not fail on %s", (_, spans, expected) => {
    expect(markedText(text, spans, [], false)).toContain(expected);
  });
});
