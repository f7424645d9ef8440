import { describe, expect, it } from "vitest";
import type { CorefDocument } from "#training/actors/coreference-document.ts";
import { scoreCoreference } from "#training/actors/score-coreference.ts";

const text = "A day out\n\nAna Ruiz met Tom Falk. Ruiz laughed. He left.";

/** The document with these entities for its four mentions: Ana Ruiz, Tom Falk, Ruiz, He. */
function marked(entities: readonly [string, string, string, string]): CorefDocument {
  const words = ["Ana Ruiz", "Tom Falk", "Ruiz", "He"];
  const kinds = ["name", "name", "name", "pronoun"] as const;
  let from = 0;
  const mentions = words.map((word, at) => {
    const start = text.indexOf(word, from);
    const end = start + word.length;
    from = end;
    return {
      ...{ start, end, headStart: start, headEnd: end },
      entity: entities[at] ?? "",
      kind: kinds[at] ?? "name",
      subject: true,
    };
  });
  return { name: "day", text, mentions };
}

describe("coreference", () => {
  it("is right where each mention goes to the one before of the same entity", () => {
    const { anaphors, bCubed } = scoreCoreference([marked(["ana", "tom", "ana", "tom"])]);
    expect(anaphors.name).toEqual({ gold: 1, resolved: 1, right: 1 });
    expect(anaphors.pronoun).toEqual({ gold: 1, resolved: 1, right: 1 });
    expect(bCubed).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it("is wrong where people say otherwise", () => {
    const { anaphors, bCubed } = scoreCoreference([marked(["ana", "tom", "ana", "ana"])]);
    expect(anaphors.pronoun).toEqual({ gold: 1, resolved: 1, right: 0 });
    // Of the four, two stand with one that is not theirs, and of Ana's three one stands apart.
    expect(bCubed.precision).toBeCloseTo(0.75);
    expect(bCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4);
  });

  it("is nothing of nothing", () => {
    expect(scoreCoreference([]).bCubed.f1).toBe(0);
  });
});
