import { describe, expect, it } from "vitest";
import type { Frame } from "#extraction/frames/frame.ts";
import { givesName } from "#extraction/linking/gives-name.ts";
import { sourceWithoutQuotation } from "#extraction/linking/source-without-quotation.ts";
import { withoutAddressee } from "#extraction/linking/without-addressee.ts";
import { articleUnits } from "#extraction/roles/article-units.ts";
import type { Span } from "#extraction/span.ts";
import { bodyArticle } from "../body-article.ts";

const placeOf = (text: string, snippet: string): Span => {
  const start = text.indexOf(snippet);
  return [start, start + snippet.length];
};

const frame = (text: string, source: string | null, cue: string, content: string): Frame => ({
  source: source === null ? null : placeOf(text, source),
  cue: placeOf(text, cue),
  content: [placeOf(text, content)],
  confidence: 0.9,
});

describe("where a frame's parts end", () => {
  it.each([
    ["told", "the crowd that the boat was lost", "that the boat was lost"],
    ["told", "a fishing congress that “our patience is at an end”", "that “our patience is at an end”"],
    ["told", "that the boat was lost", "that the boat was lost"],
    ["said", "the boat that sank was old", "the boat that sank was old"],
    ["told", "the truth, and said that the boat was lost", "the truth, and said that the boat was lost"],
  ])("whom something is said to is no content: %s %s", (cue, content, expected) => {
    const text = `Ana Ruiz ${cue} ${content}`;
    const [first = [0, 0]] = withoutAddressee(text, frame(text, "Ana Ruiz", cue, content)).content;
    expect(text.slice(...first)).toBe(expected);
  });

  it.each([
    ["words in marks", "who vowed to fight “in every town we have.”", "Ana Ruiz"],
    ["a name in marks", "who vowed to fight “Gulliver”", "Ana Ruiz, who vowed to fight “Gulliver”"],
    ["none", "who vowed to fight", "Ana Ruiz, who vowed to fight"],
  ])("a source ends before a relative clause with %s", (_, clause, expected) => {
    const text = `“I will not read it,” said Ana Ruiz, ${clause}`;
    const quotations = articleUnits(bodyArticle(text)).marks.flat();
    const given = frame(text, `Ana Ruiz, ${clause}`, "said", "“I will not read it,”");
    const { source } = sourceWithoutQuotation(text, given, quotations);
    expect(source && text.slice(...source)).toBe(expected);
  });

  it.each([
    ["given by nobody", null, "known as", "“the Old Herrings”", true],
    ["told of", null, "told of", "“the Old Herrings”", false],
    ["without marks", null, "known as", "the Old Herrings", false],
    ["given by somebody", "The club", "known as", "“the Old Herrings”", false],
  ])("a name in marks is no statement: %s", (_, source, cue, content, expected) => {
    const text = `The club is ${cue} ${content} here.`;
    expect(givesName(text, frame(text, source, cue, content))).toBe(expected);
  });
});
